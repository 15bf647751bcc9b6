--- The public face of the plugin; |issue_lsp.txt| is its manual.
local M = {}

--- Set up the server. Neovim 0.11 and later may leave this out and call `vim.lsp.enable('issue_lsp')`.
---@param options? table see |issue_lsp-options|
function M.setup(options)
  require('issue_lsp.options').set(options or {})
  require('issue_lsp.client').enable()
end

---@param options? { quickfix: boolean? }
function M.related(options)
  if options and options.quickfix then
    require('issue_lsp.related').quickfix()
  else
    require('issue_lsp.related').toggle()
  end
end

---@param name? string the name under the cursor where none is given
function M.mentions(name)
  require('issue_lsp.mentions').list(name)
end

function M.outline()
  require('issue_lsp.outline').toggle()
end

---@param paths? string[] the archive where none is given
function M.check(paths)
  require('issue_lsp.check').run(paths or {})
end

function M.restart()
  require('issue_lsp.client').restart()
end

--- Text for the statusline: empty where the buffer is no issue.
---@return string
function M.statusline()
  return require('issue_lsp.client').statusline(vim.api.nvim_get_current_buf())
end

return M
