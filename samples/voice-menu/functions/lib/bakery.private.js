// Shared by the Functions of this service: the data of the private Asset, and what follows from the time of day.

/** The bakery's data. */
exports.load = () => JSON.parse(Runtime.getAssets()['/bakery.json'].open());

/** The weekday and the time ("HH:MM") where the bakery is. */
exports.localTime = (bakery, now = new Date()) => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: bakery.timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(now);
  const part = (type) => parts.find((p) => p.type === type).value;
  return { weekday: part('weekday'), time: `${part('hour')}:${part('minute')}` };
};

/** Whether the bakery is open at a local time. Times of equal form compare as text. */
exports.isOpen = (bakery, { weekday, time }) =>
  !bakery.closedOn.includes(weekday) && time >= bakery.opens && time < bakery.closes;
