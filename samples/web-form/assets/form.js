// Sends the form to the Function /callback as JSON and shows its answer.

const form = document.getElementById('callback-form');
const answer = document.getElementById('answer');

form.addEventListener('submit', async (submitted) => {
  submitted.preventDefault();
  answer.dataset.state = '';
  answer.textContent = 'Sending…';
  try {
    const response = await fetch('/callback', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(new FormData(form))),
    });
    const { message, error } = await response.json();
    answer.dataset.state = response.ok ? 'done' : 'error';
    answer.textContent = message ?? error;
  } catch {
    answer.dataset.state = 'error';
    answer.textContent = 'The service does not answer. Please try again.';
  }
});
