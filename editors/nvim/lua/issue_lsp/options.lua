local M = {}

M.current = {
  server = {
    path = nil, -- the binary; else PATH, else .build/release of the checkout
    arguments = {},
  },
  settings = {}, -- the keys of .issue-lsp.yaml; they win over the file
  language = nil, -- 'en' or 'zh'; else Neovim's own
  root_markers = { '.issue-lsp.yaml', '.git' },
  codelens = true,
  autocomplete = false, -- Neovim 0.11: open the completion menu while typing
  related = { height = 10, limit = 10, preview = true },
  outline = { width = 40 },
}

local initial = vim.deepcopy(M.current)

function M.set(options)
  M.current = vim.tbl_deep_extend('force', initial, options)
end

--- 'en' or 'zh', as set, else as Neovim's own messages are.
function M.language()
  local language = M.current.language or vim.v.lang or ''
  return language:find('^zh') and 'zh' or 'en'
end

return M
