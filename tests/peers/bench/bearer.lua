-- Requests from a file: one body per line, each sent once. The first line is what authorizes them all.
local lines, authorization, at = {}, nil, 0
function init(args)
  local file = assert(io.open(args[1], "r"))
  authorization = file:read("*l")
  for line in file:lines() do lines[#lines + 1] = line end
  file:close()
end
function request()
  at = at + 1
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json", ["Authorization"] = authorization }, assert(lines[at], "too few requests were prepared"))
end
function done(summary, latency)
  local errors = summary.errors
  io.stderr:write(string.format('{"requests":%d,"seconds":%.3f,"p50":%.3f,"p99":%.3f,"errors":%d}\n', summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
