if vim.g.loaded_issue_lsp or vim.fn.has('nvim-0.7') == 0 then
  return
end
vim.g.loaded_issue_lsp = true

local command = vim.api.nvim_create_user_command

command('IssueRelated', function(call)
  require('issue_lsp').related({ quickfix = call.bang })
end, { bang = true, desc = 'Past stories related to the story under the cursor' })

command('IssueMentions', function(call)
  require('issue_lsp').mentions(call.args)
end, {
  nargs = '?',
  complete = function(typed)
    return require('issue_lsp.mentions').complete(typed)
  end,
  desc = 'Every mention of a name in the archive',
})

command('IssueOutline', function()
  require('issue_lsp').outline()
end, { desc = 'Sections and stories of the issue' })

command('IssueCheck', function(call)
  require('issue_lsp').check(call.fargs)
end, { nargs = '*', complete = 'file', desc = 'Check the archive, or the given files' })

command('IssueRestart', function()
  require('issue_lsp').restart()
end, { desc = 'Restart the issue language server' })

local function highlight(group, target)
  vim.api.nvim_set_hl(0, group, { link = target, default = true })
end

highlight('IssueLspTitle', 'Title')
highlight('IssueLspDate', 'Number')
highlight('IssueLspReason', 'Comment')
highlight('IssueLspSection', 'Statement')

-- Names in the text, by kind (semantic tokens, Neovim 0.9 and later).
if vim.fn.has('nvim-0.9') == 1 then
  highlight('@lsp.type.company.markdown', 'Type')
  highlight('@lsp.type.model.markdown', 'Constant')
  highlight('@lsp.type.product.markdown', 'Identifier')
  highlight('@lsp.type.person.markdown', 'Special')
  highlight('@lsp.type.organization.markdown', 'PreProc')
end

-- `vim.lsp.enable` announces a buffer here; older versions call `client.attached` themselves.
if vim.fn.exists('##LspAttach') == 1 then
  vim.api.nvim_create_autocmd('LspAttach', {
    group = vim.api.nvim_create_augroup('issue_lsp_attach', {}),
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'issue_lsp' then
        require('issue_lsp.client').attached(client, event.buf)
      end
    end,
  })
end
