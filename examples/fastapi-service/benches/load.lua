-- Load for wrk: wrk -t1 -c CLIENTS -d LONGER -s load.lua URL -- SECONDS TOKEN [LOTS KEYS]
--
-- With LOTS and KEYS, the first four groups of UUIDs, every request is a POST of a lot under a key that never were
-- before; without them, a GET. Sends for SECONDS, then lets what is under way end, so that every answer is counted:
-- wrk itself hangs up on requests when its time is over. Prints its figures as the last line, a JSON object.

local ffi = require("ffi")
ffi.cdef([[
  typedef struct { long seconds; long microseconds; } wms_time;
  int gettimeofday(wms_time *time, void *zone);
]])

local NEVER_MS = 3600 * 1000
local time = ffi.new("wms_time")
local threads = {}

local function now()
  ffi.C.gettimeofday(time, nil)
  return tonumber(time.seconds) + tonumber(time.microseconds) / 1e6
end

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  seconds, lots, keys = tonumber(args[1]), args[3], args[4]
  wrk.headers["Authorization"] = "Bearer " .. args[2]
  wrk.headers["Content-Type"] = "application/json"
  count, good, other, odd_status = 0, 0, 0, 0
  expected = lots and 201 or 200
  began, ended = now(), 0
end

function delay()
  return now() - began < seconds and 0 or NEVER_MS
end

function request()
  if not lots then
    return wrk.format("GET")
  end
  count = count + 1
  wrk.headers["Idempotency-Key"] = string.format("%s-%012x", keys, count)
  local body = '{"lot_id":"%s-%012x","lot_type":"RAW","site":"DUNA","weight_kg":"500"}'
  return wrk.format("POST", nil, nil, string.format(body, lots, count))
end

function response(status, _, body)
  -- One question, one answer: its size stays.
  size = size or #body
  if status == expected and (lots or #body == size) then
    good = good + 1
  else
    other, odd_status = other + 1, status
  end
  ended = now()
end

function done(summary, latency)
  local thread = threads[1]
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  print(string.format(
    '{"good":%d,"other":%d,"odd_status":%d,"broken":%d,"seconds":%.6f,"p50_ms":%.3f,"p99_ms":%.3f}',
    thread:get("good"), thread:get("other"), thread:get("odd_status"), broken,
    thread:get("ended") - thread:get("began"),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
