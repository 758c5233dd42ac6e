const form = document.querySelector('form')!;
const output = document.querySelector('output')!;

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const response = await fetch('/feedback', { method: 'POST', body: new URLSearchParams(new FormData(form) as never) });
  const { message, error } = (await response.json()) as { message?: string; error?: string };
  output.textContent = message ?? error ?? '';
});
