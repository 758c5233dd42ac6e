// The book of appointments: one Sync document for each customer, under the customer's number. The backend writes it, too.

const NOT_FOUND = 404;

const documentsOf = (client) => client.sync.v1.services('default').documents;
const keyOf = (phone) => `appointment-${phone.replace(/\D/g, '')}`;

/** What the book says of a customer: name, time and status; nothing where the customer has no appointment. */
exports.find = async (client, phone) => {
  try {
    const document = await documentsOf(client)(keyOf(phone)).fetch();
    return document.data;
  } catch (error) {
    if (error.status === NOT_FOUND) {
      return undefined;
    }

    throw error;
  }
};

/** Writes down how things stand with an appointment. */
exports.setStatus = async (client, phone, appointment, status) => {
  await documentsOf(client)(keyOf(phone)).update({ data: { ...appointment, status } });
};
