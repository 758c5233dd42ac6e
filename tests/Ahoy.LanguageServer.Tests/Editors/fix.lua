-- Neovim opens a Function, waits for its findings, applies the preferred fix at the finding, and saves.
local server = vim.fn.json_decode(vim.env.AHOY_LSP)
local root = vim.env.AHOY_ROOT
local function fail(message)
  io.stderr:write(message .. '\n')
  vim.cmd('cquit 1')
end

vim.cmd('edit ' .. root .. '/functions/notify.js')
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({ name = 'ahoy', cmd = server, root_dir = root })
if not id then
  fail('the server did not start')
end
vim.lsp.buf_attach_client(buffer, id)

local found
if not vim.wait(60000, function()
  for _, item in ipairs(vim.diagnostic.get(buffer)) do
    if item.code == 'AHOY2001' then
      found = item
    end
  end
  return found ~= nil
end, 20) then
  fail('there is no finding')
end

local params = {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = { start = { line = found.lnum, character = found.col }, ['end'] = { line = found.lnum, character = found.col } },
  context = { diagnostics = {} },
}
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 60000)
local client = vim.lsp.get_client_by_id(id)
for _, action in ipairs(answers[id].result) do
  if action.isPreferred then
    vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
    break
  end
end
vim.cmd('write')
if not vim.wait(60000, function()
  for _, item in ipairs(vim.diagnostic.get(buffer)) do
    if item.code == 'AHOY2001' then
      return false
    end
  end
  return true
end, 20) then
  fail('the finding is still there')
end
client.stop()
vim.wait(10000, function() return client.is_stopped() end, 20)
vim.cmd('qall!')
