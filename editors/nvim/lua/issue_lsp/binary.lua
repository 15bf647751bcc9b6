--- Finds the server: the setting, then PATH, then the checkout this plugin stands in.
local options = require('issue_lsp.options')

local M = {}

local here = debug.getinfo(1, 'S').source:sub(2)

--- `.build/release/issue-lsp` of the checkout, whether it is built or not.
function M.checkout()
  local root = vim.fn.fnamemodify(vim.fn.resolve(here), ':p:h:h:h:h:h')
  return root .. '/.build/release/issue-lsp'
end

---@return string? path, 'setting'|'PATH'|'checkout'|nil origin
function M.find()
  local set = options.current.server.path
  if set and set ~= '' then
    set = vim.fn.expand(set)
    if vim.fn.executable(set) == 1 then
      return set, 'setting'
    end
    return nil, 'setting'
  end
  local installed = vim.fn.exepath('issue-lsp')
  if installed ~= '' then
    return installed, 'PATH'
  end
  if vim.fn.executable(M.checkout()) == 1 then
    return M.checkout(), 'checkout'
  end
end

return M
