-- People who answer a poll, each from an address and on a form of their own: wrk -s voters.lua ADDRESS -- PAUSE_MS PATH
local pause, path, thread = 0, "", 0

function setup(one)
  one:set("number", thread)
  thread = thread + 1
end

function init(args)
  pause, path, voted = tonumber(args[1]), args[2], 0
  math.randomseed(number + 100)
end

function delay()
  return math.random(0, 2 * pause)
end

function request()
  voted = voted + 1
  local address = string.format("172.%d.%d.%d", 16 + number, math.floor(voted / 256) % 256, voted % 256)
  local form = string.format("form=%08x%08x&choice=%d", number + 1, voted + math.random(1000) * 100000, voted % 3)
  local headers = { ["X-Forwarded-For"] = address, ["Sec-Fetch-Site"] = "same-origin", ["Content-Type"] = "application/x-www-form-urlencoded" }
  return wrk.format("POST", path, headers, form)
end
