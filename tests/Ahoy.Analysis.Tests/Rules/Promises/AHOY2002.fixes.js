//// fix: forEach, all at once
//// run: { "numbers": ["1", "2"] } => { "callsBefore": 2 }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    event.numbers.forEach([|async|] (to) => {
      await client.messages.create({ to });
    });
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "numbers": ["1", "2"] } => { "calls": ["messages.create({\"to\":\"1\"})", "messages.create({\"to\":\"2\"})", "messages.create done", "messages.create done"], "callsBefore": 4 }
//// run: { "numbers": ["1"], "fail": true } => { "error": "messages.create failed" }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    await Promise.all(event.numbers.map(async (to) => {
      await client.messages.create({ to });
    }));
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// fix: forEach, one after the other
//// key: AHOY2002.loop
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    event.numbers.forEach([|async|] (to) => {
      if (!to) {
        return;
      }

      await client.messages.create({ to });
    });
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "numbers": ["1", "", "2"] } => { "calls": ["messages.create({\"to\":\"1\"})", "messages.create done", "messages.create({\"to\":\"2\"})", "messages.create done"], "callsBefore": 4 }
exports.handler = async (context, event, callback) => {
  const client = context.getTwilioClient();
  try {
    for (const to of event.numbers) {
      if (!to) {
        continue;
      }

      await client.messages.create({ to });
    }
    callback(null, 'sent');
  } catch (error) {
    callback(error);
  }
};

//// fix: a loop with the index, of an expression, without semicolons
//// key: AHOY2002.loop
exports.handler = async function (context, event, callback) {
  try {
    event.urls.forEach([|async|] (url, i) => await fetch(url, i))
    callback(null, 'told')
  } catch (error) {
    callback(error)
  }
}

//// gives
//// run: { "urls": ["a", "b"] } => { "callsBefore": 4 }
exports.handler = async function (context, event, callback) {
  try {
    for (const [i, url] of event.urls.entries()) {
      await fetch(url, i)
    }
    callback(null, 'told')
  } catch (error) {
    callback(error)
  }
}

//// fix: a loop of code that was deeper
//// key: AHOY2002.loop
exports.handler = async (context, event, callback) => {
  try {
    event.people.forEach(
      [|async|] ({ name, url }) => {
        const text = `Dear
    ${name}`;
        await fetch(url, text);
      },
    );
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "people": [{ "name": "Ada", "url": "a" }] } => { "calls": ["fetch(\"a\")", "fetch done"], "callsBefore": 2 }
exports.handler = async (context, event, callback) => {
  try {
    for (const { name, url } of event.people) {
      const text = `Dear
    ${name}`;
      await fetch(url, text);
    }
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// fix: a loop over the values of a Map
//// key: AHOY2002.loop
const urls = new Map([['one', 'a'], ['two', 'b']]);

exports.handler = async (context, event, callback) => {
  try {
    urls.forEach([|async|] (url) => {
      await fetch(url);
    });
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: {} => { "calls": ["fetch(\"a\")", "fetch done", "fetch(\"b\")", "fetch done"], "callsBefore": 4 }
const urls = new Map([['one', 'a'], ['two', 'b']]);

exports.handler = async (context, event, callback) => {
  try {
    for (const url of urls.values()) {
      await fetch(url);
    }
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// fix: an await that waited for nothing
exports.handler = async (context, event, callback) => {
  try {
    await event.urls.forEach([|async|] function (url) {
      await fetch(url);
    });
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "urls": ["a"] } => { "callsBefore": 2 }
exports.handler = async (context, event, callback) => {
  try {
    await Promise.all(event.urls.map(async function (url) {
      await fetch(url);
    }));
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// fix: a function that is passed by name
[|async|] function tell(url) {
  await fetch(url);
}

exports.handler = async (context, event, callback) => {
  try {
    event.urls.forEach(tell);
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "urls": ["a", "b"] } => { "callsBefore": 4 }
async function tell(url) {
  await fetch(url);
}

exports.handler = async (context, event, callback) => {
  try {
    await Promise.all(event.urls.map(tell));
    callback(null, 'told');
  } catch (error) {
    callback(error);
  }
};

//// fix: some
exports.handler = async (context, event, callback) => {
  try {
    const isKnown = event.urls.some([|async|] (url) => (await fetch(url)).sid === event.sid);
    callback(null, isKnown);
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "urls": ["a"], "sid": "SM1" } => { "value": true }
//// run: { "urls": ["a"], "sid": "SM2" } => { "value": false }
exports.handler = async (context, event, callback) => {
  try {
    const isKnown = (await Promise.all(event.urls.map(async (url) => (await fetch(url)).sid === event.sid))).some(Boolean);
    callback(null, isKnown);
  } catch (error) {
    callback(error);
  }
};

//// fix: every, in a condition of a handler that was not async
exports.handler = (context, event, callback) => {
  try {
    if (!event.urls.every([|async|] (url) => (await fetch(url)).ok)) {
      return callback(null, 'not all');
    }

    return callback(null, 'all');
  } catch (error) {
    return callback(error);
  }
};

//// gives
//// run: { "urls": ["a", "b"] } => { "value": "all" }
//// run: { "urls": ["a"], "fail": true } => { "error": "fetch failed" }
exports.handler = async (context, event, callback) => {
  try {
    if (!(await Promise.all(event.urls.map(async (url) => (await fetch(url)).ok))).every(Boolean)) {
      return callback(null, 'not all');
    }

    return callback(null, 'all');
  } catch (error) {
    return callback(error);
  }
};

//// fix: find
exports.handler = async (context, event, callback) => {
  const { urls } = event;
  try {
    const url = urls.find([|async|] (candidate) => (await fetch(candidate)).ok && candidate !== 'a');
    callback(null, url);
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "urls": ["a", "b", "c"] } => { "value": "b" }
exports.handler = async (context, event, callback) => {
  const { urls } = event;
  try {
    const url = urls[(await Promise.all(urls.map(async (candidate) => (await fetch(candidate)).ok && candidate !== 'a'))).findIndex(Boolean)];
    callback(null, url);
  } catch (error) {
    callback(error);
  }
};

//// fix: filter
exports.handler = async (context, event, callback) => {
  try {
    const { urls } = event;
    const found = urls.filter([|async|] (url) => {
      const response = await fetch(url);
      return response.ok && url !== 'b';
    });
    callback(null, found);
  } catch (error) {
    callback(error);
  }
};

//// gives
//// run: { "urls": ["a", "b", "c"] } => { "value": ["a", "c"] }
exports.handler = async (context, event, callback) => {
  try {
    const { urls } = event;
    const keep = await Promise.all(urls.map(async (url) => {
      const response = await fetch(url);
      return response.ok && url !== 'b';
    }));
    const found = urls.filter((_, index) => keep[index]);
    callback(null, found);
  } catch (error) {
    callback(error);
  }
};

//// none: a loop can't return out of an inner loop
//// key: AHOY2002.loop
exports.handler = async (context, event, callback) => {
  event.lists.forEach([|async|] (list) => {
    for (const url of list) {
      if (!url) {
        return;
      }

      await fetch(url);
    }
  });
  callback(null, 'told');
};

//// none: a loop has no this of its own
//// key: AHOY2002.loop
exports.handler = async (context, event, callback) => {
  event.urls.forEach([|async|] function (url) {
    await fetch(url, this);
  });
  callback(null, 'told');
};

//// none: a loop's variable would hide the list
//// key: AHOY2002.loop
exports.handler = async (context, event, callback) => {
  const { url } = event;
  url.forEach([|async|] (url) => {
    await fetch(url);
  });
  callback(null, 'told');
};

//// none: a Map has no map
exports.handler = async (context, event, callback) => {
  const urls = new Map(event.urls);
  const list = await urls.forEach([|async|] (url, name) => fetch(url, name));
  callback(null, list);
};

//// none: what sort compares must be awaited before
exports.handler = async (context, event, callback) => {
  event.urls.sort([|async|] (one, other) => (await fetch(one)).sid - (await fetch(other)).sid);
  callback(null, event.urls);
};

//// none: a function that can't wait
function tellAll(urls) {
  urls.forEach([|async|] (url) => {
    await fetch(url);
  });
  return urls.length;
}

exports.handler = (context, event, callback) => callback(null, tellAll(event.urls));
