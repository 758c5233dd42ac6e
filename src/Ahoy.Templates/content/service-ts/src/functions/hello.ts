// http://localhost:3000/hello?name=Ada
export const handler: Ahoy.Handler<{ name?: string }> = (context, event, callback) => {
  callback(null, `Ahoy, ${event.name ?? 'you'}!`);
};
