-- Run by kb.paper.pandoc as `pandoc lua`: makes one document after another, so that pandoc starts
-- once. Each is asked for in a line of JSON: the HTML, the form, noon of its day in Unix time, and
-- the options of pandoc's writer. The answer is `made` or `failed`, a length, and so many bytes.

local function made(asked)
  local environment = { SOURCE_DATE_EPOCH = asked.seconds }
  return pandoc.system.with_environment(environment, function()
    -- Silent about words of its own for which it has no Kazakh, Kyrgyz or Uzbek: none is shown.
    local _, document = pandoc.log.silence(function()
      return pandoc.write(pandoc.read(asked.html, "html"), asked.to, asked.options)
    end)
    return document
  end)
end

for line in io.lines() do
  local done, answer = pcall(made, pandoc.json.decode(line, false))
  answer = tostring(answer) -- what failed may be no text
  io.write(done and "made " or "failed ", #answer, "\n", answer)
  io.flush()
end
