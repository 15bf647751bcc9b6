--- :checkhealth issue_lsp
local binary = require('issue_lsp.binary')
local compat = require('issue_lsp.compat')
local messages = require('issue_lsp.messages')
local options = require('issue_lsp.options')

local M = {}

local function reporter(name)
  return vim.health and vim.health[name]
    or vim.health and vim.health['report_' .. name]
    or require('health')['report_' .. name]
end

function M.check()
  local start, ok, info = reporter('start'), reporter('ok'), reporter('info')
  local warn, fail = reporter('warn'), reporter('error')

  start('issue-lsp: the server')
  local path, origin = binary.find()
  if path then
    local version = vim.trim(vim.fn.system({ path, '--version' }))
    if vim.v.shell_error == 0 then
      ok(('%s (%s: %s)'):format(version, origin, path))
    else
      fail(('%s does not run: %s'):format(path, version))
    end
  elseif origin == 'setting' then
    fail(messages.text('not_executable', options.current.server.path))
  else
    fail(messages.text('missing'), { 'Looked on PATH and for ' .. binary.checkout() })
  end

  start('issue-lsp: Neovim')
  local version = vim.version()
  ok(('Neovim %d.%d.%d, language %s'):format(version.major, version.minor, version.patch, options.language()))

  start('issue-lsp: running')
  local clients = compat.clients()
  if #clients == 0 then
    warn('No Markdown buffer is served.', {
      "Call require('issue_lsp').setup() in your configuration and open an issue.",
    })
  end
  for _, client in ipairs(clients) do
    local buffers = vim.tbl_count(client.attached_buffers)
    local folder = client.config.root_dir or 'no folder'
    ok(('serves %d buffer(s) in %s'):format(buffers, folder))
    local bufnr = next(client.attached_buffers)
    if bufnr then
      local activity, outcome = require('issue_lsp.client').activity(bufnr)
      info(activity ~= '' and activity or 'The archive is read: ' .. outcome)
    end
    info('Positions in ' .. (client.offset_encoding or 'utf-16'))
    local custom = client.server_capabilities.experimental or {}
    if not custom.relatedStories or not custom.mentions then
      warn('The server is older than this plugin: it cannot tell related stories or mentions.')
    end
  end
end

return M
