// A server of sockets, as people write them for Stream and ConversationRelay. It prints its port, and then each message that it gets but the sound.
const { WebSocketServer } = require('ws');

// It ends with who started it.
process.stdin.resume().on('end', () => process.exit());

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () => console.log(server.address().port));
server.on('connection', (socket, request) => {
  console.log(`open ${request.url} ${request.headers['x-twilio-signature'] ? 'signed' : 'not signed'}`);
  let frames = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    const say = (answer) => socket.send(JSON.stringify(answer));
    if (message.event === 'media') {
      frames++;
      return;
    }

    console.log(message.event === 'stop' ? `${frames > 0 ? 'frames' : 'no frames'} ${data}` : `${data}`);
    if (message.type === 'prompt') {
      say({ type: 'text', token: 'You said ', last: false });
      say({ type: 'text', token: `${message.voicePrompt}.`, last: true });
      if (message.voicePrompt === 'bye') {
        say({ type: 'end', handoffData: '{"reason":"bye"}' });
      }
    } else if (message.event === 'start') {
      say({ event: 'media', streamSid: message.streamSid, media: { payload: Buffer.alloc(4000, 0x7f).toString('base64') } });
      say({ event: 'mark', streamSid: message.streamSid, mark: { name: 'greeting' } });
    } else if (message.event === 'dtmf') {
      socket.close(1000);
    }
  });
  socket.on('close', (code) => console.log(`close ${code}`));
});
