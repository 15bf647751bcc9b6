--- Runs `issue-lsp --check` over files on disk and fills the quickfix list.
local binary = require('issue_lsp.binary')
local compat = require('issue_lsp.compat')
local messages = require('issue_lsp.messages')
local options = require('issue_lsp.options')

local M = {}

local types = { error = 'E', warning = 'W', info = 'I', hint = 'N' }

local function quickfix_items(problems, folder)
  local lines_of = {}
  return vim.tbl_map(function(problem)
    local path = problem.path
    if not path:find('^/') and not path:find('^%a:') then
      path = folder .. '/' .. path
    end
    lines_of[path] = lines_of[path] or compat.lines(vim.uri_from_fname(path)) or {}
    local line = lines_of[path][problem.line] or ''
    -- The report counts characters; the quickfix list counts bytes.
    local byte = vim.fn.byteidxcomp(line, problem.column - 1)
    return {
      filename = path,
      lnum = problem.line,
      col = (byte >= 0 and byte or #line) + 1,
      type = types[problem.severity],
      text = ('%s [%s]'):format(problem.message, problem.code),
    }
  end, problems)
end

---@param paths string[] the archive where there are none
function M.run(paths)
  local path, origin = binary.find()
  if not path then
    local key = origin == 'setting' and 'not_executable' or 'missing'
    messages.notify(messages.text(key, options.current.server.path), vim.log.levels.WARN)
    return
  end
  local client = compat.client(vim.api.nvim_get_current_buf())
  local folder = client and client.config.root_dir or vim.fn.getcwd()
  local command = { path, '--check', '--output-format', 'json-lines', '--lang', options.language(), '--' }
  for _, name in ipairs(paths) do
    table.insert(command, vim.fn.fnamemodify(vim.fn.expand(name), ':p'))
  end
  local output, complaints = {}, {}
  messages.notify(messages.text('checking'))
  vim.fn.jobstart(command, {
    cwd = folder,
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = function(_, lines)
      output = lines
    end,
    on_stderr = function(_, lines)
      complaints = lines
    end,
    on_exit = function(_, code)
      local problems = {}
      for _, line in ipairs(output) do
        local read, problem = pcall(vim.json.decode, line)
        if read and type(problem) == 'table' then
          table.insert(problems, problem)
        end
      end
      local said = vim.trim(table.concat(complaints, '\n'))
      local items = quickfix_items(problems, folder)
      vim.fn.setqflist({}, ' ', { title = 'issue-lsp --check', items = items })
      if #items > 0 then
        vim.cmd('botright copen')
      else
        vim.cmd('cclose')
      end
      local level = code > 1 and vim.log.levels.ERROR or vim.log.levels.INFO
      messages.notify(said ~= '' and said or messages.text('no_problems'), level)
    end,
  })
end

return M
