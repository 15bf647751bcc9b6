--- What the plugin says, in the writer's language.
local M = {}

local texts = {
  en = {
    missing = 'issue-lsp is not installed. Build it with `swift build -c release` in its checkout, or put it '
      .. 'on PATH, or set `server.path`. See :checkhealth issue_lsp',
    not_executable = 'issue-lsp: server.path is no program: %s',
    not_attached = 'issue-lsp does not run in this buffer (:checkhealth issue_lsp)',
    crashed = 'issue-lsp ended unexpectedly four times in three minutes and is left stopped. :IssueRestart starts it again',
    failed = 'issue-lsp: %s',
    reading = 'Reading the archive…',
    no_story = 'No story under the cursor',
    none_related = 'No related past story',
    same_source = 'same source',
    separator = ', ',
    related = 'Related past stories',
    outline = 'Outline',
    no_name = 'No known name under the cursor',
    unknown_name = 'The archive does not mention “%s”',
    mentions = '%s (%s): %d mentions in %d issues, %s to %s',
    checking = 'Checking…',
    no_problems = 'No problems',
    no_symbols = 'No sections yet',
    gone = 'This story is no longer there: %s',
    company = 'company',
    model = 'model',
    product = 'product',
    person = 'person',
    organization = 'organization',
  },
  zh = {
    missing = '找不到 issue-lsp。请在它的源码目录运行 `swift build -c release`，或把它放进 PATH，或设置 `server.path`。详见 :checkhealth issue_lsp',
    not_executable = 'issue-lsp：server.path 不是可执行程序：%s',
    not_attached = '当前缓冲区没有启用 issue-lsp（:checkhealth issue_lsp）',
    crashed = 'issue-lsp 三分钟内意外退出四次，已停止。用 :IssueRestart 重新启动',
    failed = 'issue-lsp：%s',
    reading = '正在读取往期…',
    no_story = '光标处没有新闻条目',
    none_related = '没有相关的往期报道',
    same_source = '同一来源',
    separator = '、',
    related = '相关往期报道',
    outline = '大纲',
    no_name = '光标处没有已知的名称',
    unknown_name = '往期没有提到“%s”',
    mentions = '%s（%s）：%d 次提及，%d 期，%s 至 %s',
    checking = '正在检查…',
    no_problems = '没有问题',
    no_symbols = '还没有栏目',
    gone = '找不到这篇报道：%s',
    company = '公司',
    model = '模型',
    product = '产品',
    person = '人物',
    organization = '机构',
  },
}

---@param key string
---@return string
function M.text(key, ...)
  local text = texts[require('issue_lsp.options').language()][key]
  return select('#', ...) > 0 and text:format(...) or text
end

---@param level? integer
function M.notify(message, level)
  vim.notify(message, level or vim.log.levels.INFO, { title = 'issue-lsp' })
end

return M
