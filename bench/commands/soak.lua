-- What soak.sh sends with wrk, and how it compares each answer. A thread of wrk has one connection here, so that an answer belongs to the request before it.

local threads = {}

function setup(thread)
  thread:set('number', #threads)
  table.insert(threads, thread)
end

function init()
  right, wrong, first = 0, 0, ''
  n = number * 100000000
end

-- Small answers mostly, and every fiftieth of tens of kilobytes.
function request()
  n = n + 1
  local count = n % 50 == 0 and 5000 or n % 10
  expected = '{"n":"' .. n .. '","text":"' .. string.rep(n .. '-', count) .. '"}'
  return wrk.format('GET', '/answer?n=' .. n .. '&count=' .. count)
end

function response(status, headers, body)
  if status == 200 and body == expected then
    right = right + 1
    return
  end

  wrong = wrong + 1
  if first == '' then
    local at = 1
    while body:byte(at) == expected:byte(at) and at <= #body do
      at = at + 1
    end

    first = 'request ' .. n .. ': status ' .. status .. ', ' .. #expected .. ' bytes expected and ' .. #body .. ' got, which differ from offset ' .. at - 1
      .. ' on: "' .. expected:sub(at, at + 40) .. '" expected, "' .. body:sub(at, at + 40) .. '" got'
  end
end

function done()
  local all_right, all_wrong = 0, 0
  for _, thread in ipairs(threads) do
    all_right = all_right + thread:get('right')
    all_wrong = all_wrong + thread:get('wrong')
    if thread:get('first') ~= '' then
      print('wrong: ' .. thread:get('first'))
    end
  end

  print('right ' .. all_right .. ', wrong ' .. all_wrong)
end
