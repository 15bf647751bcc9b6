-- Runs every scenario in a fresh Neovim over a fresh copy of the seeds:
--   ISSUE_LSP=…/issue-lsp nvim --headless --clean -n -c 'luafile run.lua'
-- With SCENARIO=words only those whose name holds these words.
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
package.path = here .. '/?.lua;' .. package.path
local Child = require('child')
local scenarios = require('scenarios')

local seeds = vim.fn.fnamemodify(here, ':h:h:h:h') .. '/seeds'
local binary = assert(vim.env.ISSUE_LSP, 'ISSUE_LSP must name the server')
local passed, failed = 0, 0

local function workspace()
  local folder = vim.fn.resolve(vim.fn.tempname())
  vim.fn.mkdir(folder, 'p')
  for _, path in ipairs(vim.fn.glob(seeds .. '/*.md', true, true)) do
    local copy = folder .. '/' .. vim.fn.fnamemodify(path, ':t')
    vim.fn.writefile(vim.fn.readfile(path, 'b'), copy, 'b')
  end
  vim.fn.writefile({}, folder .. '/.issue-lsp.yaml')
  return folder
end

for _, scenario in ipairs(scenarios) do
  local wanted = scenario.name:find(vim.env.SCENARIO or '', 1, true)
  if wanted and scenario.needs and vim.fn.has(scenario.needs) == 0 then
    io.stdout:write(('needs %s: %s\n'):format(scenario.needs, scenario.name))
  elseif wanted then
    local folder = workspace()
    local child = Child.start({ folder = folder, binary = scenario.binary or binary, setup = scenario.setup })
    local done, message = xpcall(scenario.run, debug.traceback, child, folder)
    child:stop()
    vim.fn.delete(folder, 'rf')
    if done then
      passed = passed + 1
      io.stdout:write('ok      ' .. scenario.name .. '\n')
    else
      failed = failed + 1
      io.stdout:write('FAILED  ' .. scenario.name .. '\n' .. message .. '\n')
    end
  end
end

io.stdout:write(('%d passed, %d failed\n'):format(passed, failed))
io.stdout:flush()
vim.cmd(failed == 0 and passed > 0 and 'qall!' or 'cquit')
