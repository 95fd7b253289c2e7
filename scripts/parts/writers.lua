-- People who write, each from an address of their own: one in two answers a poll, the other fetches the form for a question
-- and sends it when a person has had time to write: wrk -s writers.lua ADDRESS -- PAUSE_MS POLL QUESTIONS
local pause, poll, questions, thread = 0, "", "", 0
local WRITING, BOUNDARY = 6, "bench"

function setup(one)
  one:set("number", thread)
  thread = thread + 1
end

function init(args)
  pause, poll, questions = tonumber(args[1]), args[2], args[3]
  sent, forms, first = 0, {}, 1
  math.randomseed(number + 100)
end

function delay()
  return math.random(0, 2 * pause)
end

function request()
  sent = sent + 1
  local address = string.format("172.%d.%d.%d", 16 + number, math.floor(sent / 256) % 256, sent % 256)
  local headers = { ["X-Forwarded-For"] = address, ["Sec-Fetch-Site"] = "same-origin" }
  local form = forms[first]
  if form and os.time() - form.at >= WRITING then
    forms[first], first = nil, first + 1
    headers["Content-Type"] = "multipart/form-data; boundary=" .. BOUNDARY
    return wrk.format("POST", questions, headers, question(form.ticket))
  elseif sent % 2 == 0 then
    return wrk.format("GET", questions, headers)
  end
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  local vote = string.format("form=%08x%08x&choice=%d", number + 1, sent + math.random(1000) * 100000, sent % 3)
  return wrk.format("POST", poll, headers, vote)
end

function question(ticket)
  local fields = { form = ticket, kind = "feedback", place = "", mail = "", words = "Đường trước chợ hư đã lâu, đề nghị sửa trước mùa mưa. Lần " .. sent }
  local body = ""
  for name, value in pairs(fields) do
    body = body .. string.format("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", BOUNDARY, name, value)
  end
  return body .. "--" .. BOUNDARY .. "--\r\n"
end

function response(status, headers, body)
  local ticket = body:match('name="form" value="([^"]+)"')
  if ticket and status == 200 then forms[#forms + 1] = { ticket = ticket, at = os.time() } end
end
