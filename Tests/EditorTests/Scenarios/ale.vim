" ALE against the real server, in batch: RECIPE names a file with the recipe of editors/README.md, and
" the current folder is a copy of the seeds. Ends with status 0, or 1 with the reason on standard error.

execute 'source' fnameescape($RECIPE)
filetype plugin on
let g:ale_set_signs = 0
let g:ale_virtualtext_cursor = 0

function! s:End(message) abort
  if a:message !=# ''
    call writefile([a:message], '/dev/stderr')
    cquit
  endif
  qall!
endfunction

" What Condition gives, once it gives something; ends with the reason after 20 seconds.
function! s:WaitFor(what, Condition) abort
  let l:start = reltime()
  while reltimefloat(reltime(l:start)) < 20
    let l:value = a:Condition()
    if !empty(l:value)
      return l:value
    endif
    sleep 10m
  endwhile
  call s:End('waited in vain for ' . a:what)
endfunction

edit 2025-12-27.md
call ale#Queue(0, 'lint_file')
let s:typo = s:WaitFor('the diagnostic', {->
\ filter(copy(get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])), {_, item ->
\   get(item, 'code', '') ==# 'body/label-typo'})})[0]
if s:typo.lnum != 97
  call s:End('the diagnostic stands in line ' . s:typo.lnum)
endif

" Hover goes to the message area, or to a preview.
edit 2026-02-01.md
call ale#Queue(0, 'lint_file')
let g:ale_hover_to_preview = 1
call search('商汤开源 MARS 多模态模型，性能')
call ale#hover#ShowAtCursor()
let s:text = s:WaitFor('the hover text', {->
\ filter(map(range(1, winnr('$')), {_, window -> join(getbufline(winbufnr(window), 1, '$'), ' ')}),
\   {_, text -> text =~# '商汤' && text =~# '2026-01-31' && text !~# '^---'})})
call s:End('')
