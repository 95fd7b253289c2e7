-- Readers, each from an address of its own and with a person's pauses: wrk -s readers.lua ADDRESS -- PAUSE_MS PATH…
-- With a pause of 0 every address asks twice in a row, as somebody who reloads.
local paths, pause, thread = {}, 0, 0

function setup(one)
  one:set("number", thread)
  thread = thread + 1
end

function init(args)
  pause = tonumber(args[1])
  for i = 2, #args do paths[#paths + 1] = args[i] end
  asked = 0
  math.randomseed(number + 1)
end

function delay()
  return pause == 0 and 0 or math.random(0, 2 * pause)
end

function request()
  local reader = math.floor(asked / 2)
  asked = asked + 1
  local address = string.format("10.%d.%d.%d", number * 64 + math.floor(reader / 65536) % 64, math.floor(reader / 256) % 256, reader % 256)
  local path = paths[pause == 0 and 1 or math.random(#paths)]
  return wrk.format("GET", path, { ["X-Forwarded-For"] = address, ["User-Agent"] = "Mozilla/5.0 (Linux; Android 14)", ["Accept-Encoding"] = "gzip" })
end
