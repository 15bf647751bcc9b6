--- A second Neovim, driven as a writer drives it: keys go in, the screen's state is read back.
---
--- The tested process is never made to wait itself (`vim.wait` there would stop its input); this one
--- asks it again until the answer is as expected.
local Child = {}
Child.__index = Child

local patience = 20000 -- milliseconds; reached only where something is broken

---@param options { folder: string, binary: string, setup: string? } `setup`: the Lua table given to the plugin
function Child.start(options)
  local repository = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h:h:h:h')
  local init = options.folder .. '/init.lua'
  vim.fn.writefile({
    'vim.opt.runtimepath:append(' .. vim.inspect(repository .. '/editors/nvim') .. ')',
    'vim.o.more, vim.o.completeopt = false, "menuone,noselect"',
    'vim.o.shortmess = vim.o.shortmess .. "aoOtTIFAcW"',
    'vim.o.columns, vim.o.lines = 120, 40',
    'said = {}',
    'vim.notify = function(message) table.insert(said, message) end',
    'require("issue_lsp").setup(vim.tbl_deep_extend("force",',
    '  { server = { path = ' .. vim.inspect(options.binary) .. ' }, language = "en" },',
    '  ' .. (options.setup or '{}') .. '))',
  }, init)
  local self = setmetatable({}, Child)
  self.job = vim.fn.jobstart(
    { vim.v.progpath, '--embed', '--headless', '--clean', '-n', '-i', 'NONE', '-u', init },
    { rpc = true, cwd = options.folder }
  )
  return self
end

--- Runs Lua in the child and returns its value.
function Child:lua(code, ...)
  return vim.rpcrequest(self.job, 'nvim_exec_lua', code, { ... })
end

function Child:command(command)
  vim.rpcrequest(self.job, 'nvim_command', command)
end

--- Types keys, as `nvim_input` takes them. They arrive later: follow with `wait`.
function Child:type(keys)
  vim.rpcrequest(self.job, 'nvim_input', keys)
end

--- Waits until a Lua expression in the child is true, and returns its value.
function Child:wait(what, code, ...)
  local arguments, value = { ... }, nil
  local reached = vim.wait(patience, function()
    value = self:lua(code, unpack(arguments))
    return value and value ~= vim.NIL
  end, 10)
  if not reached then
    local messages = vim.inspect(self:lua('return said'))
    error('waited in vain for ' .. what .. '; said: ' .. messages, 2)
  end
  return value
end

--- Opens a file and waits until the server serves it and has read the archive.
function Child:open(file)
  self:command('edit ' .. vim.fn.fnameescape(file))
  self:wait(
    'the server',
    [[
      local client = require('issue_lsp.compat').client(vim.api.nvim_get_current_buf())
      return client ~= nil and require('issue_lsp.client').activity(vim.api.nvim_get_current_buf()) == ''
    ]]
  )
end

--- Asks the server as the plugin does, and waits for its answer.
function Child:request(method, params)
  self:lua(
    [[
      local method, params = ...
      local compat, bufnr = require('issue_lsp.compat'), vim.api.nvim_get_current_buf()
      local client = compat.client(bufnr)
      if not params.textDocument and not params.uri then
        params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, client.offset_encoding), params)
      end
      answer = nil
      compat.request(client, method, params, function(error, result)
        answer = { error = error, result = result }
      end, bufnr)
    ]],
    method,
    params or vim.empty_dict()
  )
  return self:wait('the answer to ' .. method, 'return answer')
end

--- The lines of the window whose buffer has this name, or `nil`.
function Child:panel(name)
  return self:lua(
    [[
      for _, window in ipairs(vim.api.nvim_list_wins()) do
        local bufnr = vim.api.nvim_win_get_buf(window)
        if vim.api.nvim_buf_get_name(bufnr) == ... then
          return vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
        end
      end
    ]],
    name
  )
end

--- Moves the cursor of the issue to the first line that holds `text`, behind it where `after`.
function Child:go(text, after)
  self:lua(
    [[
      local text, after = ...
      for row, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
        local first, last = line:find(text, 1, true)
        if first then
          vim.api.nvim_win_set_cursor(0, { row, after and last or first - 1 })
          vim.cmd('doautocmd CursorMoved')
          return
        end
      end
      error('no line holds ' .. text)
    ]],
    text,
    after
  )
end

function Child:stop()
  pcall(vim.rpcnotify, self.job, 'nvim_command', 'qall!')
  vim.fn.jobwait({ self.job }, 5000)
  vim.fn.jobstop(self.job)
end

return Child
