-- Neovim 0.11 and later: `vim.lsp.enable('issue_lsp')` reads this.
return require('issue_lsp.client').config()
