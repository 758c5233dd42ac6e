//// fix: map
//// run: { "to": "a,b" } => { "value": "sent", "callsBefore": 2 }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    [|await|] event.to.split(',').map((to) => client.messages.create({ to }));
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "to": "a,b", "fail": true } => { "error": "messages.create failed" }
//// run: { "to": "a,b" } => { "value": "sent", "callsBefore": 4 }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    await Promise.all(event.to.split(',').map((to) => client.messages.create({ to })));
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// fix: a variable
//// run: { "urls": ["a", "b"] } => { "value": [{}, {}] }
exports.handler = async function (context, event, callback) {
  try {
    const jobs = event.urls.map(async (url) => (await fetch(url)).status);
    const all = [|await|] jobs;
    callback(null, all);
  } catch (error) {
    callback(error);
  }
};

//// gives
exports.handler = async function (context, event, callback) {
  try {
    const jobs = event.urls.map(async (url) => (await fetch(url)).status);
    const all = await Promise.all(jobs);
    callback(null, all);
  } catch (error) {
    callback(error);
  }
};

//// fix: parentheses
//// run: { "names": ["a"] } => { "value": "[object Promise]" }
const load = async (name) => name;

exports.handler = async (context, event, callback) => {
  try {
    callback(null, ([|await|] (event.names.map(load))).join());
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "names": ["a"] } => { "value": "a" }
const load = async (name) => name;

exports.handler = async (context, event, callback) => {
  try {
    callback(null, (await Promise.all(event.names.map(load))).join());
  } catch (error) {
    callback(error);
  }
};

//// fix: a literal
//// run: {} => { "value": 2 }
const load = async (name) => name;

exports.handler = async (context, event, callback) => {
  try {
    const both = [|await|] [load('a'), load('b')];
    callback(null, both.length);
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: {} => { "value": 2 }
const load = async (name) => name;

exports.handler = async (context, event, callback) => {
  try {
    const both = await Promise.all([load('a'), load('b')]);
    callback(null, both.length);
  } catch (error) {
    callback(error);
  }
};

//// fix: promises that were pushed
//// run: { "names": ["a", "b"] } => { "value": "[object Promise],[object Promise]" }
const load = async (name) => name;

exports.handler = async (context, event, callback) => {
  try {
    const loads = [];
    for (const name of event.names) loads.push(load(name));
    callback(null, ([|await|] loads).join());
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "names": ["a", "b"] } => { "value": "a,b" }
const load = async (name) => name;

exports.handler = async (context, event, callback) => {
  try {
    const loads = [];
    for (const name of event.names) loads.push(load(name));
    callback(null, (await Promise.all(loads)).join());
  } catch (error) {
    callback(error);
  }
};

//// fix: without semicolons
//// run: { "names": ["a"] } => { "value": "[object Promise]" }
const load = async (name) => name

exports.handler = async (context, event, callback) => {
  try {
    const all = [|await|] Array.from(event.names, (name) => load(name))
    callback(null, all.join())
  } catch (error) {
    callback(error)
  }
}

//// gives
//// run: { "names": ["a"] } => { "value": "a" }
const load = async (name) => name

exports.handler = async (context, event, callback) => {
  try {
    const all = await Promise.all(Array.from(event.names, (name) => load(name)))
    callback(null, all.join())
  } catch (error) {
    callback(error)
  }
}
