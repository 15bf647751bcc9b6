--- Every mention of a name in the archive, newest first.
local binary = require('issue_lsp.binary')
local compat = require('issue_lsp.compat')
local messages = require('issue_lsp.messages')

local M = {}

local function title_of(result)
  local name = result.name
  if #result.aliases > 0 then
    name = name .. ' = ' .. table.concat(result.aliases, ' = ')
  end
  local kind = messages.text(result.kind)
  return messages.text('mentions', name, kind, result.count, result.issues, result.first, result.last)
end

local most_characters, characters_before = 100, 30

--- What fits on a row: the part of a long text in which the first of `names` stands.
local function excerpt(text, names)
  if vim.fn.strchars(text) <= most_characters then
    return text
  end
  local first
  for _, name in ipairs(names) do
    local place = vim.fn.match(text, '\\V\\c' .. vim.fn.escape(name, '\\'))
    if place >= 0 then
      first = math.min(first or place, place)
    end
  end
  local start = math.max(0, vim.fn.strchars(text:sub(1, first or 0)) - characters_before)
  local shown = (start > 0 and '…' or '') .. vim.fn.strcharpart(text, start, most_characters)
  return start + most_characters < vim.fn.strchars(text) and shown .. '…' or shown
end

--- Asks with `params` (of the request issue/mentions) and fills the quickfix list.
function M.show(params, bufnr)
  -- A name is the same wherever it is asked for, in the quickfix window too.
  local client = compat.client(bufnr) or params.name and compat.clients()[1]
  if not client then
    messages.notify(messages.text('not_attached'), vim.log.levels.WARN)
    return
  end
  compat.request(client, 'issue/mentions', params, function(error, result)
    if error then
      messages.notify(messages.text('failed', error.message or ''), vim.log.levels.ERROR)
    elseif result == nil or result == vim.NIL or #result.mentions == 0 then
      local message = params.name and messages.text('unknown_name', params.name) or messages.text('no_name')
      messages.notify(message)
    else
      local names = vim.list_extend({ result.name }, result.aliases)
      local places = vim.tbl_map(function(mention)
        return {
          uri = mention.uri,
          range = mention.range,
          module = mention.date ~= vim.NIL and mention.date or nil,
          text = excerpt(mention.text, names),
        }
      end, result.mentions)
      compat.show_quickfix(title_of(result), compat.quickfix_items(places, client.offset_encoding))
    end
  end, bufnr)
end

---@param name? string the name under the cursor where none is given
function M.list(name)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = compat.client(bufnr)
  if name and name ~= '' then
    M.show({ name = name }, bufnr)
  else
    local encoding = client and client.offset_encoding or 'utf-16'
    M.show(vim.lsp.util.make_position_params(0, encoding), bufnr)
  end
end

local cache = { folder = nil, names = {}, read = 0 }
local cache_seconds = 60

--- The names of the archive that begin with what is typed; names that merely hold it come after.
---@return string[]
function M.complete(typed)
  local client = compat.client(vim.api.nvim_get_current_buf())
  local folder = client and client.config.root_dir or vim.fn.expand('%:p:h')
  if cache.folder ~= folder or os.time() - cache.read > cache_seconds then
    local path = binary.find()
    if not path then
      return {}
    end
    local names = {}
    local job = vim.fn.jobstart({ path, '--names', '--output-format', 'json-lines' }, {
      cwd = folder,
      stdout_buffered = true,
      on_stdout = function(_, lines)
        for _, line in ipairs(lines) do
          local read, name = pcall(vim.json.decode, line)
          if read and type(name) == 'table' then
            table.insert(names, name.name)
          end
        end
      end,
    })
    if vim.fn.jobwait({ job }, 2000)[1] ~= 0 then
      return {}
    end
    cache = { folder = folder, names = names, read = os.time() }
  end
  local wanted, starting, holding = vim.fn.tolower(typed), {}, {}
  for _, name in ipairs(cache.names) do
    local place = vim.fn.tolower(name):find(wanted, 1, true)
    if place then
      table.insert(place == 1 and starting or holding, name)
    end
  end
  return vim.list_extend(starting, holding)
end

return M
