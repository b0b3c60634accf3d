<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CodePart</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>MessageLayout</name>
    <message>
        <source>continued here</source>
        <translation>从此处续写</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerBadge</name>
    <message>
        <source>Open the flight record</source>
        <translation>打开飞行记录</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerBars</name>
    <message>
        <source>Who answers</source>
        <translation>由谁回答</translation>
    </message>
    <message>
        <source>outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerFooter</name>
    <message>
        <source>Copy answer</source>
        <translation>复制回答</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提问</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show what came</source>
        <translation>显示已收到的内容</translation>
    </message>
    <message>
        <source>Hide what came</source>
        <translation>隐藏已收到的内容</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerNews</name>
    <message>
        <source>Breakwater</source>
        <translation>Breakwater</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerSpeaker</name>
    <message>
        <source>1 word</source>
        <translation>1 个词</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 个词</translation>
    </message>
    <message>
        <source>The answer ended early, after %1.</source>
        <translation>回答提前结束，共 %1。</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Answer complete, %1, by %2 after %3 attempts.</source>
        <translation>回答完成，%1，由 %2 在 %3 次尝试后给出。</translation>
    </message>
    <message>
        <source>Answer complete, %1, by %2.</source>
        <translation>回答完成，%1，由 %2 给出。</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerTimes</name>
    <message>
        <source>half within</source>
        <translation>半数以内</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95% 以内</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>完整回答</translation>
    </message>
    <message>
        <source>Times of answers</source>
        <translation>回答用时</translation>
    </message>
    <message>
        <source>First token: half within %1, 95 % within %2. Whole answer: half within %3, 95 % within %4</source>
        <translation>首个 token：半数在 %1 内，95% 在 %2 内。完整回答：半数在 %3 内，95% 在 %4 内</translation>
    </message>
</context>
<context>
    <name>breakwater::AnsweredChart</name>
    <message>
        <source>Answered, %</source>
        <translation>已回答，%</translation>
    </message>
</context>
<context>
    <name>breakwater::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Charts and code follow.</source>
        <translation>图表和代码随之变化。</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Black and white, with wide borders.</source>
        <translation>黑白配色，边框加粗。</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Of everything, from 85 to 150 %.</source>
        <translation>作用于全部内容，85 到 150%。</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Countdowns show digits only, and nothing blinks.</source>
        <translation>倒计时只显示数字，没有闪烁。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>How Breakwater looks.</source>
        <translation>Breakwater 的外观。</translation>
    </message>
    <message>
        <source>theme dark light colour contrast font zoom motion animation</source>
        <translation>主题 深色 浅色 颜色 对比度 字体 缩放 动画</translation>
    </message>
</context>
<context>
    <name>breakwater::AskCommand</name>
    <message>
        <source>%1 is not encrypted: others on the way could read the prompt and the key. Nothing was sent. Add --unencrypted to send all the same.</source>
        <translation>%1 未加密：途中的人可能读到提示和密钥。没有发送任何内容。加上 --unencrypted 可照样发送。</translation>
    </message>
    <message>
        <source>There is no key for %1. Set ANTHROPIC_API_KEY.</source>
        <translation>%1 没有密钥。请设置 ANTHROPIC_API_KEY。</translation>
    </message>
    <message>
        <source>There is no provider yet. Set ANTHROPIC_API_KEY, start the window once, or try --weather clear.</source>
        <translation>还没有提供商。请设置 ANTHROPIC_API_KEY，启动一次窗口，或尝试 --weather clear。</translation>
    </message>
    <message>
        <source>No provider is set up. Start the window once, or set ANTHROPIC_API_KEY.</source>
        <translation>尚未设置提供商。请启动一次窗口，或设置 ANTHROPIC_API_KEY。</translation>
    </message>
    <message>
        <source>The prompt is empty. Nothing was sent.</source>
        <translation>提示为空。没有发送任何内容。</translation>
    </message>
    <message>
        <source>This turn is in the outbox. It goes when Breakwater runs and a route flows.</source>
        <translation>这次提问在发件箱中。Breakwater 运行且有线路通畅时发出。</translation>
    </message>
    <message>
        <source>No route is set up that could answer.</source>
        <translation>没有设置能够回答的线路。</translation>
    </message>
</context>
<context>
    <name>breakwater::AttachmentRow</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>读取中…</translation>
    </message>
</context>
<context>
    <name>breakwater::AttachmentWords</name>
    <message>
        <source>1 page, %1</source>
        <translation>1 页，%1</translation>
    </message>
    <message>
        <source>%1 pages, %2</source>
        <translation>%1 页，%2</translation>
    </message>
    <message>
        <source>The PDFs of this turn have %1 pages. The models of this chain read %2 at once at most.</source>
        <translation>此提问的 PDF 共 %1 页。此链的模型一次最多读 %2 页。</translation>
    </message>
    <message>
        <source>With “%1” the PDFs of this turn have %2 pages. The models of this chain read %3 at once at most.</source>
        <translation>加上“%1”，此提问的 PDF 共 %2 页。此链的模型一次最多读 %3 页。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空的。</translation>
    </message>
    <message>
        <source>“%1” has %2. An image may have %3 at most.</source>
        <translation>“%1”为 %2。图片最大 %3。</translation>
    </message>
    <message>
        <source>“%1” has %2. A turn can carry %3 at most.</source>
        <translation>“%1”为 %2。一次提问最多携带 %3。</translation>
    </message>
    <message>
        <source>“%1” is neither text, a PDF nor an image that models read: PNG, JPEG, GIF or WebP.</source>
        <translation>“%1”既不是文本或 PDF，也不是模型能读的图片：PNG、JPEG、GIF 或 WebP。</translation>
    </message>
    <message>
        <source>“%1” is no PDF, whatever its name says.</source>
        <translation>“%1”不是 PDF，尽管名称如此。</translation>
    </message>
    <message>
        <source>“%1” is no text: its bytes are neither UTF-8 nor UTF-16.</source>
        <translation>“%1”不是文本：其字节既非 UTF-8 也非 UTF-16。</translation>
    </message>
    <message>
        <source>With “%1” the attachments have %2. A turn can carry %3 at most.</source>
        <translation>加上“%1”，附件共 %2。一次提问最多携带 %3。</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchAnswerer</name>
    <message>
        <source>Nobody here takes batches: of all providers that Breakwater speaks with, only Anthropic’s API has them. The others can be asked off-peak, from the arrow beside Send.</source>
        <translation>这里没有提供商接受批次：在 Breakwater 支持的所有提供商中，只有 Anthropic 的 API 提供批次。其他提供商可在空闲时段提问，通过“发送”旁的箭头。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Nothing: the model answers as it does by itself</source>
        <translation>无：模型按自身方式回答</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>回答方式</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 takes neither temperature nor top p. Rows are asked without them.</source>
        <translation>%1 不接受 temperature 和 top p。各行提问时不带它们。</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchColumns</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Put %1 into the prompt</source>
        <translation>将 %1 插入提示词</translation>
    </message>
    <message>
        <source>%1 more…</source>
        <translation>还有 %1 个…</translation>
    </message>
    <message>
        <source>%1 more columns</source>
        <translation>还有 %1 列</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchDetail</name>
    <message>
        <source>Open answers</source>
        <translation>打开回答</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即查看</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Asks the provider how far it is</source>
        <translation>向提供商询问进度</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Made at %1, for %2</source>
        <translation>创建于 %1，用于 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1. The provider says what came of it only at the end.</source>
        <translation>%1。结果如何，提供商最后才告知。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, half of what it costs otherwise</source>
        <translation>%1，为平常费用的一半</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Nothing, or its price is not known</source>
        <translation>无，或价格未知</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchHead</name>
    <message>
        <source>Rename this batch</source>
        <translation>重命名此批次</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即查看</translation>
    </message>
    <message>
        <source>Cancel batch</source>
        <translation>取消批次</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Delete this batch</source>
        <translation>删除此批次</translation>
    </message>
    <message>
        <source>Name of this batch</source>
        <translation>此批次的名称</translation>
    </message>
    <message>
        <source>Ask the provider how far it is</source>
        <translation>向提供商询问进度</translation>
    </message>
    <message>
        <source>Write the rows to a file</source>
        <translation>将各行写入文件</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchWindow</name>
    <message>
        <source>Search rows and answers</source>
        <translation>搜索行和回答</translation>
    </message>
    <message>
        <source>Batch: %1</source>
        <translation>批次：%1</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>This batch is not here any more</source>
        <translation>此批次已不存在</translation>
    </message>
    <message>
        <source>It was deleted, with its answers.</source>
        <translation>它已连同回答一起删除。</translation>
    </message>
    <message>
        <source>The rows could not be read</source>
        <translation>无法读取各行</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>All answers are looked through.</source>
        <translation>正在逐个查看回答。</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>未找到“%1”</translation>
    </message>
    <message>
        <source>It is looked for in rows and in their answers.</source>
        <translation>搜索范围是各行及其回答。</translation>
    </message>
    <message>
        <source>No such rows</source>
        <translation>没有这样的行</translation>
    </message>
    <message>
        <source>Answers come here when the provider is done with them.</source>
        <translation>提供商完成后，回答会出现在这里。</translation>
    </message>
    <message>
        <source>No row is in this state.</source>
        <translation>没有处于此状态的行。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Cancel batch</source>
        <translation>取消批次</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Rows shown (%1) as CSV…</source>
        <translation>将显示的行（%1）导出为 CSV…</translation>
    </message>
    <message>
        <source>Rows shown (%1) as JSONL…</source>
        <translation>将显示的行（%1）导出为 JSONL…</translation>
    </message>
    <message>
        <source>All rows as CSV…</source>
        <translation>将所有行导出为 CSV…</translation>
    </message>
    <message>
        <source>All rows as JSONL…</source>
        <translation>将所有行导出为 JSONL…</translation>
    </message>
    <message>
        <source>Export the rows</source>
        <translation>导出各行</translation>
    </message>
    <message>
        <source>Writing the rows…</source>
        <translation>正在写入各行…</translation>
    </message>
    <message>
        <source>1 row is at %1.</source>
        <translation>1 行已写入 %1。</translation>
    </message>
    <message>
        <source>%1 rows are at %2.</source>
        <translation>%1 行已写入 %2。</translation>
    </message>
</context>
<context>
    <name>breakwater::BreakerPreview</name>
    <message>
        <source>1 failure</source>
        <translation>1 次失败</translation>
    </message>
    <message>
        <source>%1 failures</source>
        <translation>%1 次失败</translation>
    </message>
    <message>
        <source>The breaker, with these settings</source>
        <translation>使用这些设置的熔断器</translation>
    </message>
    <message>
        <source>paused %1, then a test</source>
        <translation>暂停 %1，然后测试</translation>
    </message>
    <message>
        <source>flowing</source>
        <translation>通畅</translation>
    </message>
    <message>
        <source>paused %1</source>
        <translation>暂停 %1</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>never paused</source>
        <translation>从不暂停</translation>
    </message>
</context>
<context>
    <name>breakwater::CertificateRow</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>The system’s own</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>A file with the certificates of authorities that this server may be vouched for by, besides those that the system knows. For a network or a server of your own.</source>
        <translation>包含可为此服务器担保的机构证书的文件，作为系统已知机构的补充。用于自己的网络或服务器。</translation>
    </message>
    <message>
        <source>Nothing is sent meanwhile.</source>
        <translation>在此期间不发送任何内容。</translation>
    </message>
    <message>
        <source>Trusted besides the system’s own: %1</source>
        <translation>系统证书之外信任：%1</translation>
    </message>
    <message>
        <source>%1 certificates, trusted besides the system’s own</source>
        <translation>%1 个证书，在系统证书之外受信任</translation>
    </message>
    <message>
        <source>Choose certificates</source>
        <translation>选择证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>breakwater::CertificateView</name>
    <message>
        <source>Show certificate</source>
        <translation>显示证书</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Hide certificate</source>
        <translation>隐藏证书</translation>
    </message>
</context>
<context>
    <name>breakwater::ChainPage</name>
    <message>
        <source>Fallback chain</source>
        <translation>备用链</translation>
    </message>
    <message>
        <source>Breakwater asks the first route that can answer, from top to bottom, and moves on when waiting costs more than a route is worth.</source>
        <translation>Breakwater 从上到下询问第一条能回答的线路；等待的代价超过线路的价值时就转向下一条。</translation>
    </message>
    <message>
        <source>route model order worth wait up to move on 529 overloaded server error network 429 outbox what if</source>
        <translation>线路 模型 顺序 等待 切换 529 过载 服务器错误 网络 429 发件箱 假设</translation>
    </message>
    <message>
        <source>No route yet. Add the model that you want answers from first.</source>
        <translation>还没有线路。请先添加想要获得回答的模型。</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>链</translation>
    </message>
    <message>
        <source>Name of the chain</source>
        <translation>链的名称</translation>
    </message>
    <message>
        <source>Delete chain</source>
        <translation>删除链</translation>
    </message>
    <message>
        <source>New chain</source>
        <translation>新建链</translation>
    </message>
    <message>
        <source>Add route</source>
        <translation>添加线路</translation>
    </message>
    <message>
        <source>Rename chain</source>
        <translation>重命名链</translation>
    </message>
    <message>
        <source>Provider of the new route</source>
        <translation>新线路的提供商</translation>
    </message>
    <message>
        <source>Model of the new route</source>
        <translation>新线路的模型</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>If every route fails</source>
        <translation>如果所有线路都失败</translation>
    </message>
    <message>
        <source>Keep in outbox</source>
        <translation>留在发件箱</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>Name a model, for example claude-sonnet-5-5.</source>
        <translation>请填写模型，例如 claude-sonnet-5-5。</translation>
    </message>
</context>
<context>
    <name>breakwater::ChartTip</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Half of the retries waited under %1.</source>
        <translation>半数重试的等待不到 %1。</translation>
    </message>
    <message>
        <source>%1 was paused for %2.</source>
        <translation>%1 暂停了 %2。</translation>
    </message>
</context>
<context>
    <name>breakwater::CommandPalette</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to a conversation, command or setting</source>
        <translation>转到对话、命令或设置</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>Search the messages for “%1”</source>
        <translation>在消息中搜索“%1”</translation>
    </message>
</context>
<context>
    <name>breakwater::Composer</name>
    <message>
        <source>about 1 token</source>
        <translation>约 1 个 token</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>约 %1 个 token</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>输入框</translation>
    </message>
    <message>
        <source>Pasted text.txt</source>
        <translation>粘贴的文本.txt</translation>
    </message>
    <message>
        <source>Write a message. It waits its turn.</source>
        <translation>写下消息。它会排队等候。</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>写下消息</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>Counted by the provider, the conversation with it</source>
        <translation>由提供商计数，包含整个对话</translation>
    </message>
    <message>
        <source>Goes when the files are read</source>
        <translation>文件读取完后发出</translation>
    </message>
    <message>
        <source>%1, %2 to read</source>
        <translation>%1，还要读取 %2</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>“%1” is a folder. Its files can go along one by one.</source>
        <translation>“%1”是文件夹。其中的文件可以逐个附上。</translation>
    </message>
    <message>
        <source>“%1” is no file that can be read.</source>
        <translation>“%1”不是可读取的文件。</translation>
    </message>
    <message>
        <source>Pasted image.png</source>
        <translation>粘贴的图片.png</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Drop to attach</source>
        <translation>松开以添加附件</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>None of these models takes batches. They are for Anthropic’s own models; others can be sent off-peak.</source>
        <translation>这些模型都不接受批次。批次只用于 Anthropic 自己的模型；其他模型可在空闲时段发送。</translation>
    </message>
</context>
<context>
    <name>breakwater::ComposerEdit</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>breakwater::ConnectionTest</name>
    <message>
        <source>The answer is not a list of models. Is the address right?</source>
        <translation>返回的不是模型列表。地址正确吗？</translation>
    </message>
</context>
<context>
    <name>breakwater::ContextNote</name>
    <message>
        <source>Send all along</source>
        <translation>全部一起发送</translation>
    </message>
    <message>
        <source>The oldest turns are not sent along any more. They stay on screen.</source>
        <translation>最早的提问不再一起发送，但仍会显示。</translation>
    </message>
    <message>
        <source>Too long for %1: about %2 tokens, and it takes %3.</source>
        <translation>对 %1 来说太长：约 %2 个 token，而它最多接受 %3 个。</translation>
    </message>
    <message>
        <source>A shorter message fits.</source>
        <translation>缩短消息即可发送。</translation>
    </message>
    <message>
        <source>Leave out the oldest turn</source>
        <translation>略去最早的提问</translation>
    </message>
    <message>
        <source>Leave out the oldest %1</source>
        <translation>略去最早的 %1 个</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>The oldest turn is left out: it is not sent along.</source>
        <translation>已略去最早的提问：它不会一起发送。</translation>
    </message>
    <message>
        <source>The oldest %1 turns are left out: they are not sent along.</source>
        <translation>已略去最早的 %1 个提问：它们不会一起发送。</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationDelegate</name>
    <message>
        <source>Title of the conversation</source>
        <translation>对话标题</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationGroup</name>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationList</name>
    <message>
        <source>%1, folded</source>
        <translation>%1，已折叠</translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation>%1，已展开</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>waiting in the outbox</source>
        <translation>在发件箱等待</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationPane</name>
    <message>
        <source>Start writing</source>
        <translation>开始书写</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>One fallback stands by.</source>
        <translation>有一条备用线路待命。</translation>
    </message>
    <message>
        <source>Two fallbacks stand by.</source>
        <translation>有两条备用线路待命。</translation>
    </message>
    <message>
        <source>Three fallbacks stand by.</source>
        <translation>有三条备用线路待命。</translation>
    </message>
    <message>
        <source>First set up a route in Preferences (Ctrl ,).</source>
        <translation>请先在首选项中设置线路 (Ctrl ,)。</translation>
    </message>
    <message>
        <source>%1 answers first.</source>
        <translation>由 %1 首先回答。</translation>
    </message>
    <message>
        <source>%1 fallbacks stand by.</source>
        <translation>有 %1 条备用线路待命。</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationText</name>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>%1 (broke off, asked again)</source>
        <translation>%1（中断，已重新提问）</translation>
    </message>
</context>
<context>
    <name>breakwater::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>breakwater::CostsPage</name>
    <message>
        <source>Costs</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>What answers cost, by a price table that you can edit.</source>
        <translation>按可编辑的价格表计算回答的费用。</translation>
    </message>
    <message>
        <source>price money dollars spend limit budget tokens billing</source>
        <translation>价格 钱 美元 支出 上限 预算 token 账单</translation>
    </message>
    <message>
        <source>Limit what a day may cost</source>
        <translation>限制每日费用</translation>
    </message>
    <message>
        <source>Dollars a day</source>
        <translation>每日美元</translation>
    </message>
    <message>
        <source>Spend limit for a day</source>
        <translation>每日支出上限</translation>
    </message>
    <message>
        <source>Once it is reached, nothing is sent or tried again before you say so. Turns wait in the outbox.</source>
        <translation>达到后，未经同意不再发送或重试。提问在发件箱等待。</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已支出</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>US dollars for a million tokens. Providers do not tell them to programs: compare them with your bill. A cell is edited by a double click or F2.</source>
        <translation>每百万 token 的美元价格。提供商不向程序公布价格：请与账单核对。双击或按 F2 编辑单元格。</translation>
    </message>
    <message>
        <source>Add price</source>
        <translation>添加价格</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Nothing in the last %1 days.</source>
        <translation>最近 %1 天没有支出。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Requests to models without a price are not in these sums: %1.</source>
        <translation>发往无价格模型的请求不计入这些总额：%1。</translation>
    </message>
</context>
<context>
    <name>breakwater::CountdownRing</name>
    <message>
        <source>%1 of 1 second left</source>
        <translation>还剩 %1 秒，共 1 秒</translation>
    </message>
    <message>
        <source>%1 of %2 seconds left</source>
        <translation>还剩 %1 秒，共 %2 秒</translation>
    </message>
</context>
<context>
    <name>breakwater::DataPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Where your history is, how large it is, and what happens to it.</source>
        <translation>历史记录的位置、大小和处理方式。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>所在位置</translation>
    </message>
    <message>
        <source>Move copies it, compares the copy and goes on there. The old copy stays until you delete it.</source>
        <translation>移动会复制历史、比对副本并在新位置继续。旧副本保留到被删除为止。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Move the history to a folder</source>
        <translation>将历史移动到文件夹</translation>
    </message>
    <message>
        <source>Moving the history to %1…</source>
        <translation>正在将历史移动到 %1…</translation>
    </message>
    <message>
        <source>Your history is in %1 now. The old copy is still at %2: delete it when you like.</source>
        <translation>历史现在位于 %1。旧副本仍在 %2，可随时删除。</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>A copy of everything but the keys, as of one moment. Answers go on arriving meanwhile. None is made by itself, but before a new version changes the file.</source>
        <translation>除密钥外全部内容在某一时刻的副本。期间回答照常到达。只在新版本更改文件之前自动备份。</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>立即备份…</translation>
    </message>
    <message>
        <source>Back up the history</source>
        <translation>备份历史</translation>
    </message>
    <message>
        <source>Copying the history…</source>
        <translation>正在复制历史…</translation>
    </message>
    <message>
        <source>%1 are at %2.</source>
        <translation>%1 位于 %2。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <translation>正在读取备份…</translation>
    </message>
    <message>
        <source>The backup is whole. It takes the place of your history when Breakwater starts again; what is there now is kept in the folder “backups”.</source>
        <translation>备份完整。Breakwater 下次启动时它会取代当前历史；现有内容保留在“backups”文件夹中。</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Gives the room of what was deleted back to the disk. What is written meanwhile waits.</source>
        <translation>将已删除内容的空间归还磁盘。期间写入的内容会等待。</translation>
    </message>
    <message>
        <source>Compacting…</source>
        <translation>正在压缩…</translation>
    </message>
    <message>
        <source>%1 before, %2 now.</source>
        <translation>之前 %1，现在 %2。</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>导入与导出</translation>
    </message>
    <message>
        <source>From other programs, and to read elsewhere.</source>
        <translation>来自其他程序，或供别处阅读。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <source>Delete old conversations</source>
        <translation>删除旧对话</translation>
    </message>
    <message>
        <source>Those that nobody touched for so many days, at the start and once a day. Pinned ones, and those with a turn that waits or a draft, stay.</source>
        <translation>这么多天没人动过的对话，在启动时和每天一次删除。置顶的以及有等待提问或草稿的保留。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>No conversation is that old now.</source>
        <translation>目前没有这么旧的对话。</translation>
    </message>
    <message>
        <source>One conversation is deleted when you apply this.</source>
        <translation>应用后将删除 1 个对话。</translation>
    </message>
    <message>
        <source>%1 conversations are deleted when you apply this.</source>
        <translation>应用后将删除 %1 个对话。</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>删除一切</translation>
    </message>
    <message>
        <source>All conversations with their attachments, drafts, flight records and measurements.</source>
        <translation>所有对话及其附件、草稿、飞行记录和测量数据。</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>全部删除…</translation>
    </message>
    <message>
        <source>The backups and damaged files beside it too</source>
        <translation>包括旁边的备份和损坏文件</translation>
    </message>
    <message>
        <source>The keys of all providers too</source>
        <translation>包括所有提供商的密钥</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Deleting everything…</source>
        <translation>正在删除一切…</translation>
    </message>
    <message>
        <source>Everything is deleted, on the disk too.</source>
        <translation>一切已删除，磁盘上也是。</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>无法读取历史。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>搜索索引</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation>此磁盘可用空间</translation>
    </message>
    <message>
        <source>%1 conversations with %2 messages go, with everything that belongs to them. This cannot be undone.</source>
        <translation>%1 个对话共 %2 条消息及其所有相关内容将消失。此操作无法撤销。</translation>
    </message>
    <message>
        <source>That file could not be read. Nothing was changed.</source>
        <translation>无法读取该文件。未作任何更改。</translation>
    </message>
    <message>
        <source>That file holds no settings of Breakwater. Nothing was changed.</source>
        <translation>该文件不含 Breakwater 的设置。未作任何更改。</translation>
    </message>
    <message>
        <source>The providers and chains in that file do not belong together. Nothing was changed.</source>
        <translation>该文件中的提供商与链不相匹配。未作任何更改。</translation>
    </message>
    <message>
        <source>history folder move backup restore compact vacuum retention delete export import size attachments settings</source>
        <translation>历史 文件夹 移动 备份 恢复 压缩 保留 删除 导出 导入 大小 附件 设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>All that is set in Preferences, but no keys. What is imported waits for Apply.</source>
        <translation>偏好设置中的全部内容，但不含密钥。导入的内容需点“应用”才生效。</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Export the settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>The settings in force are at %1.</source>
        <translation>当前生效的设置位于 %1。</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>All of it is set like this here already.</source>
        <translation>这里已全部如此设置。</translation>
    </message>
    <message>
        <source>It is shown as changes on all pages. Apply puts it in force, Revert drops it.</source>
        <translation>已作为更改显示在各页。“应用”使其生效，“还原”将其放弃。</translation>
    </message>
</context>
<context>
    <name>breakwater::DayDialog</name>
    <message>
        <source>Search – Breakwater</source>
        <translation>搜索 – Breakwater</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>任意日期</translation>
    </message>
</context>
<context>
    <name>breakwater::DayField</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>breakwater::DelayPreview</name>
    <message>
        <source>no wait</source>
        <translation>不等待</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>始终 %1</translation>
    </message>
    <message>
        <source>half under %1, never over %2</source>
        <translation>半数不到 %1，最多 %2</translation>
    </message>
    <message>
        <source>half under %1</source>
        <translation>半数不到 %1</translation>
    </message>
    <message>
        <source>before try %1</source>
        <translation>第 %1 次尝试前</translation>
    </message>
    <message>
        <source>Each wait</source>
        <translation>每次等待</translation>
    </message>
    <message>
        <source>before try %1: %2</source>
        <translation>第 %1 次尝试前：%2</translation>
    </message>
</context>
<context>
    <name>breakwater::Desktop</name>
    <message>
        <source>Simulated weather</source>
        <translation>模拟天气</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Export the weather</source>
        <translation>导出天气</translation>
    </message>
    <message>
        <source>weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>The weather was not exported.</source>
        <translation>天气没有导出。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The weather is exported.</source>
        <translation>天气已导出。</translation>
    </message>
    <message>
        <source>%1 has one row.</source>
        <translation>%1 有一行。</translation>
    </message>
    <message>
        <source>%1 has %2 rows.</source>
        <translation>%1 有 %2 行。</translation>
    </message>
    <message>
        <source>Key 1</source>
        <translation>密钥 1</translation>
    </message>
    <message>
        <source>The key is kept for this session only.</source>
        <translation>密钥只在本次会话中保留。</translation>
    </message>
    <message>
        <source>No keychain took it. Choose a place for it in Preferences.</source>
        <translation>没有钥匙串接收它。请在首选项中为它选择位置。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>再次保存</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>breakwater::DurationField</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
</context>
<context>
    <name>breakwater::Engine</name>
    <message>
        <source>Recovered</source>
        <translation>已找回</translation>
    </message>
    <message>
        <source>The weather script %1 cannot be read: %2.</source>
        <translation>无法读取天气脚本 %1：%2。</translation>
    </message>
    <message>
        <source>The weather script %1 cannot be used. %2</source>
        <translation>无法使用天气脚本 %1。%2</translation>
    </message>
    <message>
        <source>The simulated provider found no free port on this machine.</source>
        <translation>模拟提供商在本机找不到空闲端口。</translation>
    </message>
</context>
<context>
    <name>breakwater::ExportWords</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>%1 (broke off, asked again)</source>
        <translation>%1（中断，已重新提问）</translation>
    </message>
    <message>
        <source>One of %1 versions; the others are not shown here.</source>
        <translation>%1 个版本之一；其余未在此显示。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 项，共 %2 项</translation>
    </message>
</context>
<context>
    <name>breakwater::FaultReason</name>
    <message>
        <source>Overloaded</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation>自己的限额</translation>
    </message>
    <message>
        <source>Credit used up</source>
        <translation>余额用尽</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>未及时回答</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>网络已断开</translation>
    </message>
    <message>
        <source>Server not reached</source>
        <translation>未连上服务器</translation>
    </message>
    <message>
        <source>Connection not secure</source>
        <translation>连接不安全</translation>
    </message>
    <message>
        <source>Connection dropped</source>
        <translation>连接断开</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>Model unknown</source>
        <translation>模型未知</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>Disk trouble</source>
        <translation>磁盘问题</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>breakwater::FaultWords</name>
    <message>
        <source>Trying again in %1.</source>
        <translation>%1 后重试。</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>回答中断了。</translation>
    </message>
    <message>
        <source>The answer broke off after one word.</source>
        <translation>回答在一个词后中断。</translation>
    </message>
    <message>
        <source>The answer broke off after %1 words.</source>
        <translation>回答在 %1 个词后中断。</translation>
    </message>
    <message>
        <source>You reached your own limit (429).</source>
        <translation>已达到自己的限额 (429)。</translation>
    </message>
    <message>
        <source>It frees up in %1. Breakwater sends this turn then.</source>
        <translation>%1 后恢复。届时 Breakwater 发送此提问。</translation>
    </message>
    <message>
        <source>Your own limit is used up.</source>
        <translation>自己的限额已用完。</translation>
    </message>
    <message>
        <source>Going on in %1.</source>
        <translation>%1 后继续。</translation>
    </message>
    <message>
        <source>Error 429: the limit of your key, not of %1. %1 is fine.</source>
        <translation>错误 429：是自己密钥的限额，不是 %1 的。%1 正常。</translation>
    </message>
    <message>
        <source>first</source>
        <translation>一</translation>
    </message>
    <message>
        <source>second</source>
        <translation>二</translation>
    </message>
    <message>
        <source>third</source>
        <translation>三</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>四</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>五</translation>
    </message>
    <message>
        <source>sixth</source>
        <translation>六</translation>
    </message>
    <message>
        <source>seventh</source>
        <translation>七</translation>
    </message>
    <message>
        <source>eighth</source>
        <translation>八</translation>
    </message>
    <message>
        <source>The provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>文字已保留。</translation>
    </message>
    <message>
        <source>%1 takes no more turns at once for now.</source>
        <translation>%1 目前不能同时接受更多提问。</translation>
    </message>
    <message>
        <source>Looking again in %1.</source>
        <translation>%1 后再看。</translation>
    </message>
    <message>
        <source>Turns before this one are under way there. This one goes when there is room.</source>
        <translation>之前的提问正在那里进行。有空位时发出此提问。</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 已暂停。</translation>
    </message>
    <message>
        <source>Every route is paused.</source>
        <translation>所有线路都已暂停。</translation>
    </message>
    <message>
        <source>The next test is in %1.</source>
        <translation>%1 后进行下次测试。</translation>
    </message>
    <message>
        <source>Enough retries for now.</source>
        <translation>暂时重试够了。</translation>
    </message>
    <message>
        <source>The budget refills in %1.</source>
        <translation>预算在 %1 后补充。</translation>
    </message>
    <message>
        <source>Breakwater holds this turn back until there is room. %1 is fine.</source>
        <translation>Breakwater 暂缓此提问，直到有余量。%1 正常。</translation>
    </message>
    <message>
        <source>Moved to %1.</source>
        <translation>已切换到 %1。</translation>
    </message>
    <message>
        <source>%1 waits.</source>
        <translation>%1 正在等待。</translation>
    </message>
    <message>
        <source>Back to %1.</source>
        <translation>回到 %1。</translation>
    </message>
    <message>
        <source>The answer broke off. Asking anew.</source>
        <translation>回答中断了。正在重新提问。</translation>
    </message>
    <message>
        <source>It had only begun. What came of it is kept above.</source>
        <translation>它才刚开始。已收到的内容保留在上方。</translation>
    </message>
    <message>
        <source>Trying %1 now.</source>
        <translation>正在尝试 %1。</translation>
    </message>
    <message>
        <source>Is this turn still wanted?</source>
        <translation>还需要这次提问吗？</translation>
    </message>
    <message>
        <source>Its conversation went on without it. Send it now, or cancel it.</source>
        <translation>对话已在没有它的情况下继续。立即发送，或取消。</translation>
    </message>
    <message>
        <source>It has waited for %1 or longer. Send it now, or cancel it.</source>
        <translation>它已等待至少 %1。立即发送，或取消。</translation>
    </message>
    <message>
        <source>Breakwater does not follow, because your key would go along. Check the provider’s address.</source>
        <translation>Breakwater 不跟随，因为密钥会一同发出。请检查提供商的地址。</translation>
    </message>
    <message>
        <source>It points to %1. Breakwater does not follow, because your key would go along. If that is right, set this address.</source>
        <translation>它指向 %1。Breakwater 不跟随，因为密钥会一同发出。如果无误，请设置此地址。</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 could not accept this turn (%2).</source>
        <translation>%1 无法接受此提问 (%2)。</translation>
    </message>
    <message>
        <source>Trying again would not help.</source>
        <translation>重试没有帮助。</translation>
    </message>
    <message>
        <source>This turn is more than your limit on %1 allows.</source>
        <translation>此提问超出自己在 %1 的限额。</translation>
    </message>
    <message>
        <source>A shorter turn or another route fits. Nothing was sent.</source>
        <translation>缩短提问或换一条线路即可。没有发送任何内容。</translation>
    </message>
    <message>
        <source>This conversation is too long for %1 (%2).</source>
        <translation>此对话对 %1 来说太长 (%2)。</translation>
    </message>
    <message>
        <source>A shorter turn or a new conversation fits. Nothing is lost.</source>
        <translation>缩短提问或新建对话即可。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>This turn is too large to send (413).</source>
        <translation>此提问太大，无法发送 (413)。</translation>
    </message>
    <message>
        <source>With fewer or smaller attachments it fits.</source>
        <translation>减少或缩小附件即可。</translation>
    </message>
    <message>
        <source>%1 cannot do what this turn asks (%2).</source>
        <translation>%1 做不到此提问的要求 (%2)。</translation>
    </message>
    <message>
        <source>Another model may.</source>
        <translation>换个模型也许可以。</translation>
    </message>
    <message>
        <source>%1 does not take the thinking of an earlier answer (%2).</source>
        <translation>%1 不接受先前回答的思考内容 (%2)。</translation>
    </message>
    <message>
        <source>It belongs to another conversation or model. Breakwater sends the turn once without it.</source>
        <translation>它属于别的对话或模型。Breakwater 会不带它发送一次此提问。</translation>
    </message>
    <message>
        <source>%1 does not know the model %2 (404).</source>
        <translation>%1 不认识模型 %2 (404)。</translation>
    </message>
    <message>
        <source>It may have been renamed or withdrawn.</source>
        <translation>它可能已改名或停用。</translation>
    </message>
    <message>
        <source>There is no key for %1.</source>
        <translation>%1 没有密钥。</translation>
    </message>
    <message>
        <source>Nothing was sent. Your text is kept.</source>
        <translation>没有发送任何内容。文字已保留。</translation>
    </message>
    <message>
        <source>%1 refused the key (401).</source>
        <translation>%1 拒绝了密钥 (401)。</translation>
    </message>
    <message>
        <source>It may be mistyped or withdrawn. Your text is kept.</source>
        <translation>密钥可能有误或已撤销。文字已保留。</translation>
    </message>
    <message>
        <source>Your %1 credit is used up.</source>
        <translation>在 %1 的余额已用尽。</translation>
    </message>
    <message>
        <source>Waiting does not help. Add credit, or use another route.</source>
        <translation>等待没有帮助。请充值，或使用其他线路。</translation>
    </message>
    <message>
        <source>Your %1 limit for this month is used up.</source>
        <translation>在 %1 的本月限额已用完。</translation>
    </message>
    <message>
        <source>It is granted anew on %1. Raise it, or use another route.</source>
        <translation>它将于 %1 重新发放。请提高限额，或使用其他线路。</translation>
    </message>
    <message>
        <source>This key may not use %1 (403).</source>
        <translation>此密钥不能使用 %1 (403)。</translation>
    </message>
    <message>
        <source>Another model or another key can.</source>
        <translation>换个模型或密钥即可。</translation>
    </message>
    <message>
        <source>%1 may not answer here (%2).</source>
        <translation>%1 不能在此地回答 (%2)。</translation>
    </message>
    <message>
        <source>The law where you are forbids it. Another provider may answer.</source>
        <translation>当地法律禁止。其他提供商也许能回答。</translation>
    </message>
    <message>
        <source>%1 is overloaded.</source>
        <translation>%1 过载。</translation>
    </message>
    <message>
        <source>Error %1, on %2’s side: the servers are full. Your limits are fine.</source>
        <translation>错误 %1，在 %2 一方：服务器已满。自己的限额正常。</translation>
    </message>
    <message>
        <source>%1 had a server error.</source>
        <translation>%1 发生服务器错误。</translation>
    </message>
    <message>
        <source>Error %1, on %2’s side. Your text is kept.</source>
        <translation>错误 %1，在 %2 一方。文字已保留。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 没有及时回答。</translation>
    </message>
    <message>
        <source>%1 was busy with this turn.</source>
        <translation>%1 正忙于此提问。</translation>
    </message>
    <message>
        <source>%1 did not take this turn yet.</source>
        <translation>%1 尚未接受此提问。</translation>
    </message>
    <message>
        <source>Error %1, from %2 or a gateway before it. Your text is kept.</source>
        <translation>错误 %1，来自 %2 或其前的网关。文字已保留。</translation>
    </message>
    <message>
        <source>%1 failed in a way Breakwater does not know.</source>
        <translation>%1 以 Breakwater 不认识的方式失败。</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>网络已断开。</translation>
    </message>
    <message>
        <source>This turn is in the outbox and goes when the connection is back.</source>
        <translation>此提问在发件箱中，连接恢复后发出。</translation>
    </message>
    <message>
        <source>%1 took no connection in time.</source>
        <translation>%1 没有及时接受连接。</translation>
    </message>
    <message>
        <source>Network: nobody answered there within %1. Nothing was sent.</source>
        <translation>网络：%1 内无人应答。没有发送任何内容。</translation>
    </message>
    <message>
        <source>The connection dropped.</source>
        <translation>连接断开了。</translation>
    </message>
    <message>
        <source>Network: nothing came back from %1.</source>
        <translation>网络：%1 没有返回任何内容。</translation>
    </message>
    <message>
        <source>Network: %1 closed it before it took the turn.</source>
        <translation>网络：%1 在接受提问前关闭了连接。</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password (407).</source>
        <translation>代理要求用户名和密码 (407)。</translation>
    </message>
    <message>
        <source>Put them into the system’s proxy settings, then send again. Nothing reached %1.</source>
        <translation>请填入系统的代理设置，然后重新发送。没有内容到达 %1。</translation>
    </message>
    <message>
        <source>The proxy did not let this turn through.</source>
        <translation>代理没有放行此提问。</translation>
    </message>
    <message>
        <source>Check the system’s proxy settings. Nothing was sent.</source>
        <translation>请检查系统的代理设置。没有发送任何内容。</translation>
    </message>
    <message>
        <source>The proxy did not answer in time.</source>
        <translation>代理没有及时应答。</translation>
    </message>
    <message>
        <source>Network: %1 was not reached. Your text is kept.</source>
        <translation>网络：没有连上 %1。文字已保留。</translation>
    </message>
    <message>
        <source>This network wants you to sign in first.</source>
        <translation>此网络要求先登录。</translation>
    </message>
    <message>
        <source>Sign in with a browser. Your text is kept, and nothing of it was sent.</source>
        <translation>请用浏览器登录。文字已保留，没有发送任何部分。</translation>
    </message>
    <message>
        <source>%1 sends requests to another address.</source>
        <translation>%1 把请求转到其他地址。</translation>
    </message>
    <message>
        <source>Something on the way to %1 answered in its place.</source>
        <translation>通往 %1 途中有别的东西代为应答。</translation>
    </message>
    <message>
        <source>Error %1, from a proxy or gateway. Your text is kept.</source>
        <translation>错误 %1，来自代理或网关。文字已保留。</translation>
    </message>
    <message>
        <source>Network: nothing came back from %1 in time.</source>
        <translation>网络：%1 没有及时返回内容。</translation>
    </message>
    <message>
        <source>The request was taken, but no first token came in time.</source>
        <translation>请求已被接受，但首个 token 没有及时到达。</translation>
    </message>
    <message>
        <source>The connection dropped. What you see is kept.</source>
        <translation>连接断开了。已显示的内容会保留。</translation>
    </message>
    <message>
        <source>%1 stopped sending. What you see is kept.</source>
        <translation>%1 停止发送。已显示的内容会保留。</translation>
    </message>
    <message>
        <source>%1 sent something that is not an answer.</source>
        <translation>%1 发来的不是回答。</translation>
    </message>
    <message>
        <source>You cancelled this turn.</source>
        <translation>此提问已被取消。</translation>
    </message>
    <message>
        <source>Nothing more is sent. Your text is kept.</source>
        <translation>不再发送任何内容。文字已保留。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Use the next route</source>
        <translation>使用下一条线路</translation>
    </message>
    <message>
        <source>Use %1 now</source>
        <translation>立即使用 %1</translation>
    </message>
    <message>
        <source>Keep in outbox</source>
        <translation>留在发件箱</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>立即测试</translation>
    </message>
    <message>
        <source>Open outbox</source>
        <translation>打开发件箱</translation>
    </message>
    <message>
        <source>Edit turn</source>
        <translation>编辑提问</translation>
    </message>
    <message>
        <source>Check key</source>
        <translation>检查密钥</translation>
    </message>
    <message>
        <source>Check provider</source>
        <translation>检查提供商</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>再次保存</translation>
    </message>
    <message>
        <source>No keychain is running here.</source>
        <translation>此处没有运行钥匙串。</translation>
    </message>
    <message>
        <source>The key for %1 is kept in it. Start it to send this turn.</source>
        <translation>%1 的密钥保存在其中。启动它即可发送。</translation>
    </message>
    <message>
        <source>Your keychain is locked.</source>
        <translation>钥匙串已锁定。</translation>
    </message>
    <message>
        <source>Unlock it to send this turn.</source>
        <translation>解锁即可发送。</translation>
    </message>
    <message>
        <source>This turn waits in the outbox.</source>
        <translation>此提问在发件箱等待。</translation>
    </message>
    <message>
        <source>Breakwater ended while this turn was under way.</source>
        <translation>此提问进行中时 Breakwater 退出了。</translation>
    </message>
    <message>
        <source>It may have been answered. Send again?</source>
        <translation>它可能已得到回答。重新发送？</translation>
    </message>
    <message>
        <source>Your spend limit for today is reached.</source>
        <translation>已达到今日支出上限。</translation>
    </message>
    <message>
        <source>It waits in the outbox. Send it all the same, or change the limit in Preferences, Costs.</source>
        <translation>它在发件箱等待。照样发送，或在首选项的“费用”中更改上限。</translation>
    </message>
    <message>
        <source>You keep this turn in the outbox.</source>
        <translation>此提问按要求留在发件箱。</translation>
    </message>
    <message>
        <source>The next try is in %1.</source>
        <translation>%1 后进行下次尝试。</translation>
    </message>
    <message>
        <source>Breakwater sends this turn when it frees up.</source>
        <translation>恢复后 Breakwater 发送此提问。</translation>
    </message>
    <message>
        <source>Kept in the outbox.</source>
        <translation>已留在发件箱。</translation>
    </message>
    <message>
        <source>Nothing of it was sent yet.</source>
        <translation>尚未发送任何部分。</translation>
    </message>
    <message>
        <source>One attempt so far, on %1.</source>
        <translation>至今一次尝试，在 %1。</translation>
    </message>
    <message>
        <source>%1 attempts so far, the last on %2.</source>
        <translation>至今 %1 次尝试，最近一次在 %2。</translation>
    </message>
    <message>
        <source>Attempt %1 of %2 on %3.</source>
        <translation>第 %1 次尝试，共 %2 次，在 %3。</translation>
    </message>
    <message>
        <source>After the %1, %2 takes over.</source>
        <translation>第%1次之后由 %2 接手。</translation>
    </message>
    <message>
        <source>The answer reached its length limit before it began.</source>
        <translation>回答尚未开始就达到长度上限。</translation>
    </message>
    <message>
        <source>All of it went into thinking. Asked again, or with less effort, it may come.</source>
        <translation>全部用在了思考上。重新提问或降低投入也许能得到回答。</translation>
    </message>
    <message>
        <source>The answer reached its length limit.</source>
        <translation>回答达到长度上限。</translation>
    </message>
    <message>
        <source>What you see is complete up to here.</source>
        <translation>到此为止的内容是完整的。</translation>
    </message>
    <message>
        <source>This conversation fills what %1 can hold.</source>
        <translation>此对话已填满 %1 的容量。</translation>
    </message>
    <message>
        <source>What you see is complete up to here. A new conversation has room again.</source>
        <translation>到此为止的内容是完整的。新建对话即有空间。</translation>
    </message>
    <message>
        <source>The answer was paused.</source>
        <translation>回答暂停了。</translation>
    </message>
    <message>
        <source>%1 stopped between two steps. What you see is kept.</source>
        <translation>%1 在两步之间停下。已显示的内容会保留。</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 declined to answer.</source>
        <translation>%1 拒绝回答。</translation>
    </message>
    <message>
        <source>Breakwater does not retry this.</source>
        <translation>Breakwater 不会重试。</translation>
    </message>
    <message>
        <source>Breakwater ended while it was arriving. What you see is kept.</source>
        <translation>接收期间 Breakwater 退出了。已显示的内容会保留。</translation>
    </message>
    <message>
        <source>No route can take this turn.</source>
        <translation>没有线路能接受此提问。</translation>
    </message>
    <message>
        <source>This turn was given up.</source>
        <translation>此提问已放弃。</translation>
    </message>
    <message>
        <source>The route</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>The first try.</source>
        <translation>首次尝试。</translation>
    </message>
    <message>
        <source>The first try, on %1.</source>
        <translation>首次尝试，在 %1。</translation>
    </message>
    <message>
        <source>The server said how long to wait.</source>
        <translation>服务器说明了等待时间。</translation>
    </message>
    <message>
        <source>The server asked for %1; chance added %2.</source>
        <translation>服务器要求 %1；随机增加 %2。</translation>
    </message>
    <message>
        <source>Your own limit has room again after %1.</source>
        <translation>自己的限额在 %1 后恢复余量。</translation>
    </message>
    <message>
        <source>A random wait.</source>
        <translation>随机等待。</translation>
    </message>
    <message>
        <source>A random wait of %1, of at most %2.</source>
        <translation>随机等待 %1，最多 %2。</translation>
    </message>
    <message>
        <source>A wait of %1.</source>
        <translation>等待 %1。</translation>
    </message>
    <message>
        <source>%1 failed as often as the chain allows.</source>
        <translation>%1 的失败次数已达链的上限。</translation>
    </message>
    <message>
        <source>%1 would have kept this turn waiting for longer than it is worth.</source>
        <translation>%1 会让此提问等待过久，不值得。</translation>
    </message>
    <message>
        <source>Trying %1 again would not help.</source>
        <translation>再试 %1 没有帮助。</translation>
    </message>
    <message>
        <source>The retry budget is used up.</source>
        <translation>重试预算已用完。</translation>
    </message>
    <message>
        <source>The longest time for this turn is over.</source>
        <translation>此提问的最长时间已过。</translation>
    </message>
    <message>
        <source>The most attempts for one turn are made.</source>
        <translation>单次提问的尝试次数已用尽。</translation>
    </message>
    <message>
        <source>No route is left in the chain.</source>
        <translation>链中没有剩余线路。</translation>
    </message>
    <message>
        <source>The other route can answer sooner.</source>
        <translation>另一条线路能更早回答。</translation>
    </message>
    <message>
        <source>%1 can answer sooner.</source>
        <translation>%1 能更早回答。</translation>
    </message>
    <message>
        <source>The answer broke off early; it is asked for anew.</source>
        <translation>回答过早中断；正在重新请求。</translation>
    </message>
    <message>
        <source>The chain has no route that can be used.</source>
        <translation>链中没有可用的线路。</translation>
    </message>
    <message>
        <source>You asked for it.</source>
        <translation>按要求执行。</translation>
    </message>
    <message>
        <source>The answer broke off; the rest is asked for.</source>
        <translation>回答中断；正在请求其余部分。</translation>
    </message>
    <message>
        <source>The outbox looked again.</source>
        <translation>发件箱再次查看。</translation>
    </message>
    <message>
        <source>Your spend limit for the day was reached: you say whether to go on.</source>
        <translation>已达到当日支出上限：是否继续由你决定。</translation>
    </message>
    <message>
        <source>You say whether it is still wanted.</source>
        <translation>是否还需要由你决定。</translation>
    </message>
    <message>
        <source>This turn could not be saved, so it was not sent.</source>
        <translation>此提问无法保存，因此没有发送。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Next route</source>
        <translation>下一条线路</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>约 %1 小时</translation>
    </message>
    <message>
        <source>%1th</source>
        <comment>after the eighth: a number in its order, up to 20</comment>
        <translation>第 %1</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>略去 %1 个</translation>
    </message>
    <message>
        <source>Leave out the oldest turn and it fits. It stays on screen.</source>
        <translation>略去最早的提问即可容纳，它仍会显示。</translation>
    </message>
    <message>
        <source>Leave out the oldest %1 turns and it fits. They stay on screen.</source>
        <translation>略去最早的 %1 个提问即可容纳，它们仍会显示。</translation>
    </message>
    <message>
        <source>This turn goes off-peak.</source>
        <translation>这次提问在空闲时段发出。</translation>
    </message>
    <message>
        <source>It goes %1, or as soon after as it can.</source>
        <translation>%1 发出，或在此后尽快发出。</translation>
    </message>
    <message>
        <source>This turn waits for calm weather.</source>
        <translation>这次提问在等待平静的天气。</translation>
    </message>
    <message>
        <source>Its off-peak hours are on until %1. It is in no hurry, so it stays out of this.</source>
        <translation>空闲时段持续到 %1。它不着急，所以先不参与。</translation>
    </message>
    <message>
        <source>Its off-peak hours passed without this turn.</source>
        <translation>空闲时段已过，这次提问没有发出。</translation>
    </message>
    <message>
        <source>They were over at %1. Send it now, or cancel it.</source>
        <translation>时段于 %1 结束。请立即发送或取消。</translation>
    </message>
    <message>
        <source>Off-peak has no hours any more.</source>
        <translation>不再设有空闲时段。</translation>
    </message>
    <message>
        <source>Set some in Preferences, Outbox and batches, or send this turn now.</source>
        <translation>请在“偏好设置”的“发件箱与批次”中设置，或立即发送这次提问。</translation>
    </message>
    <message>
        <source>It waits for your off-peak hours.</source>
        <translation>它在等待空闲时段。</translation>
    </message>
    <message>
        <source>Its off-peak hours are on; it waits for calm weather.</source>
        <translation>空闲时段已开始；它在等待平静的天气。</translation>
    </message>
    <message>
        <source>Its off-peak hours passed: you say whether it is still wanted.</source>
        <translation>空闲时段已过：由你决定是否仍然需要。</translation>
    </message>
    <message>
        <source>Off-peak has no hours.</source>
        <translation>没有设置空闲时段。</translation>
    </message>
    <message>
        <source>This turn leaves its batch.</source>
        <translation>此提问正在离开批次。</translation>
    </message>
    <message>
        <source>It goes once the batch has let go of it. If it is answered by then, the answer comes here.</source>
        <translation>批次释放它后即发出。届时若已有回答，回答会出现在这里。</translation>
    </message>
    <message>
        <source>This turn is sent as a batch.</source>
        <translation>此提问作为批次发送。</translation>
    </message>
    <message>
        <source>The answer comes here within 24 hours, at half the price.</source>
        <translation>回答会在 24 小时内出现在这里，半价。</translation>
    </message>
    <message>
        <source>Its batch ended without an answer.</source>
        <translation>它的批次结束了，没有回答。</translation>
    </message>
    <message>
        <source>No model of this chain takes batches.</source>
        <translation>此链中没有模型接受批次。</translation>
    </message>
    <message>
        <source>Send this turn now, or off-peak.</source>
        <translation>立即发送此提问，或在空闲时段发送。</translation>
    </message>
    <message>
        <source>This storm may last. Send as batch at half price?</source>
        <translation>这场风暴可能持续。以半价作为批次发送？</translation>
    </message>
    <message>
        <source>A batch answers it, at half the price.</source>
        <translation>由批次回答，半价。</translation>
    </message>
    <message>
        <source>Its batch ended without an answer: you say whether it is still wanted.</source>
        <translation>它的批次结束了，没有回答：是否还需要由你决定。</translation>
    </message>
    <message>
        <source>No model of its chain takes batches.</source>
        <translation>它的链中没有模型接受批次。</translation>
    </message>
    <message>
        <source>Send this turn now, or cancel it.</source>
        <translation>立即发送此提问，或取消。</translation>
    </message>
</context>
<context>
    <name>breakwater::FilterMenu</name>
    <message>
        <source>From me</source>
        <translation>来自我</translation>
    </message>
    <message>
        <source>From the model</source>
        <translation>来自模型</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>From which day on?</source>
        <translation>从哪一天起？</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Before which day?</source>
        <translation>在哪一天之前？</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>最佳优先</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>移除所有筛选</translation>
    </message>
</context>
<context>
    <name>breakwater::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Place before</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 项，共 %2 项</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>breakwater::FlightDetail</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Server hint</source>
        <translation>服务器提示</translation>
    </message>
    <message>
        <source>Random part</source>
        <translation>随机部分</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>已等待</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>重试预算</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>熔断器</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Raw response, key removed</source>
        <translation>原始响应，密钥已移除</translation>
    </message>
    <message>
        <source>Copy the raw response</source>
        <translation>复制原始响应</translation>
    </message>
    <message>
        <source>Raw response</source>
        <translation>原始响应</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>First token after %1, whole answer after %2.</source>
        <translation>首个 token 在 %1 后，完整回答在 %2 后。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1. A hint is never cut short.</source>
        <translation>%1。提示从不缩短。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 项，共 %2 项</translation>
    </message>
    <message>
        <source>%1 in the outbox</source>
        <translation>%1 在发件箱</translation>
    </message>
    <message>
        <source>%1, then %2 in the outbox</source>
        <translation>%1，然后 %2 在发件箱</translation>
    </message>
    <message>
        <source>%1 before, %2 after</source>
        <translation>之前 %1，之后 %2</translation>
    </message>
    <message>
        <source>Nothing came back yet.</source>
        <translation>尚未返回任何内容。</translation>
    </message>
    <message>
        <source>Nothing came back.</source>
        <translation>没有返回任何内容。</translation>
    </message>
</context>
<context>
    <name>breakwater::FlightRecord</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2：%3</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>started at %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation>首个 token 在 %1 后</translation>
    </message>
    <message>
        <source>with the key %1, then with the next one</source>
        <translation>使用密钥 %1，然后用下一个</translation>
    </message>
    <message>
        <source>with the key %1</source>
        <translation>使用密钥 %1</translation>
    </message>
    <message>
        <source>asked for the rest</source>
        <translation>已请求其余部分</translation>
    </message>
    <message>
        <source>Wait %1: your own limit</source>
        <translation>等待 %1：自己的限额</translation>
    </message>
    <message>
        <source>Wait %1: the server asked for %2, chance added %3</source>
        <translation>等待 %1：服务器要求 %2，随机增加 %3</translation>
    </message>
    <message>
        <source>Wait %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>Wait %1: %2</source>
        <translation>等待 %1：%2</translation>
    </message>
    <message>
        <source>retry budget %1 before, %2 after</source>
        <translation>重试预算之前 %1，之后 %2</translation>
    </message>
    <message>
        <source>in the outbox for %1</source>
        <translation>在发件箱 %1</translation>
    </message>
    <message>
        <source>Flight record: %1</source>
        <translation>飞行记录：%1</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>发送于 %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>已等待 %1</translation>
    </message>
    <message>
        <source>%1 tokens paid for</source>
        <translation>计费 %1 个 token</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>Credit used up</source>
        <translation>余额用尽</translation>
    </message>
    <message>
        <source>Unknown model</source>
        <translation>未知模型</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation>自己的限额</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>己方</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Waited. %1</source>
        <translation>已等待。%1</translation>
    </message>
    <message>
        <source>Back to %1. %2</source>
        <translation>回到 %1。%2</translation>
    </message>
    <message>
        <source>Moved to %1. %2</source>
        <translation>已切换到 %1。%2</translation>
    </message>
    <message>
        <source>Moved on. %1</source>
        <translation>已切换。%1</translation>
    </message>
    <message>
        <source>Kept in the outbox. %1</source>
        <translation>已留在发件箱。%1</translation>
    </message>
    <message>
        <source>Gave up. %1</source>
        <translation>已放弃。%1</translation>
    </message>
    <message>
        <source>Asked for the rest. %1</source>
        <translation>已请求其余部分。%1</translation>
    </message>
    <message>
        <source>after 1 attempt</source>
        <translation>尝试 1 次后</translation>
    </message>
    <message>
        <source>after %1 attempts</source>
        <translation>尝试 %1 次后</translation>
    </message>
    <message>
        <source>%1 on 1 route</source>
        <translation>%1，1 条线路</translation>
    </message>
    <message>
        <source>%1 on %2 routes</source>
        <translation>%1，%2 条线路</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Broke off</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>接收中</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>被打断</translation>
    </message>
    <message>
        <source>retry-after-ms: %1</source>
        <translation>retry-after-ms：%1</translation>
    </message>
    <message>
        <source>retry-after: %1</source>
        <translation>retry-after：%1</translation>
    </message>
    <message>
        <source>the limit’s reset: %1</source>
        <translation>限额重置：%1</translation>
    </message>
    <message>
        <source>retryDelay: %1</source>
        <translation>retryDelay：%1</translation>
    </message>
    <message>
        <source>always the same</source>
        <translation>始终相同</translation>
    </message>
    <message>
        <source>drawn between %1 and %2</source>
        <translation>在 %1 与 %2 之间随机</translation>
    </message>
    <message>
        <source>drawn between 0 and %1</source>
        <translation>在 0 与 %1 之间随机</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>从未发送</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Attempt %1 is under way, on %2</source>
        <translation>第 %1 次尝试进行中，%2</translation>
    </message>
    <message>
        <source>%1 is writing, attempt %2</source>
        <translation>%1 正在书写，第 %2 次尝试</translation>
    </message>
    <message>
        <source>Waiting for the next attempt, %1</source>
        <translation>等待下一次尝试，%1</translation>
    </message>
    <message>
        <source>Kept in the outbox</source>
        <translation>已留在发件箱</translation>
    </message>
    <message>
        <source>Kept in the outbox %1</source>
        <translation>已留在发件箱，%1</translation>
    </message>
    <message>
        <source>Was under way when Breakwater ended</source>
        <translation>Breakwater 退出时正在进行</translation>
    </message>
    <message>
        <source>Answered by %1 at the first attempt, %2</source>
        <translation>由 %1 首次尝试即回答，%2</translation>
    </message>
    <message>
        <source>Answered by %1 %2</source>
        <translation>由 %1 回答，%2</translation>
    </message>
    <message>
        <source>Broke off %1</source>
        <translation>中断，%1</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>已停止，%1</translation>
    </message>
    <message>
        <source>Not answered %1</source>
        <translation>未回答，%1</translation>
    </message>
    <message>
        <source>Cancelled %1</source>
        <translation>已取消，%1</translation>
    </message>
    <message>
        <source>Held for %1 before its first attempt.</source>
        <translation>首次尝试前等候了 %1。</translation>
    </message>
    <message>
        <source>Testing (half-open).</source>
        <translation>测试中（半开）。</translation>
    </message>
    <message>
        <source>Flowing (closed).</source>
        <translation>通畅（闭合）。</translation>
    </message>
    <message>
        <source>%1 A 429 never counts against a route.</source>
        <translation>%1 429 从不计入线路的失败。</translation>
    </message>
    <message>
        <source>%1 This failure paused the route (open).</source>
        <translation>%1 这次失败使线路暂停（断开）。</translation>
    </message>
    <message>
        <source>%1 This failure counts against the route.</source>
        <translation>%1 这次失败计入线路。</translation>
    </message>
    <message>
        <source>In a batch, which answers it</source>
        <translation>在批次中，由批次回答</translation>
    </message>
    <message>
        <source>Answered in a batch by %1, at half the price</source>
        <translation>由 %1 在批次中回答，半价</translation>
    </message>
</context>
<context>
    <name>breakwater::FlightTable</name>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>No attempt yet</source>
        <translation>还没有尝试</translation>
    </message>
    <message>
        <source>Attempt %1 of %2, %3, %4 %5 %6</source>
        <translation>第 %1 次尝试，共 %2 次，%3，%4 %5 %6</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>%1, then a wait of %2</source>
        <translation>%1，然后等待 %2</translation>
    </message>
    <message>
        <source>%1, then %2 in the outbox</source>
        <translation>%1，然后 %2 在发件箱</translation>
    </message>
    <message>
        <source>Copy the request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Copy this attempt as text</source>
        <translation>将这次尝试复制为文本</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>server asked for %1</source>
        <translation>服务器要求 %1</translation>
    </message>
    <message>
        <source>your own limit, %1</source>
        <translation>自己的限额，%1</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>in the outbox %1</source>
        <translation>在发件箱 %1</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>首个 token %1</translation>
    </message>
</context>
<context>
    <name>breakwater::FlightWindow</name>
    <message>
        <source>Today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>request, filled by its result</source>
        <translation>请求，按结果填充</translation>
    </message>
    <message>
        <source>wait the server asked for</source>
        <translation>服务器要求的等待</translation>
    </message>
    <message>
        <source>random wait we added</source>
        <translation>我们随机添加的等待</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>answer streaming</source>
        <translation>回答接收中</translation>
    </message>
    <message>
        <source>in the outbox</source>
        <translation>在发件箱</translation>
    </message>
    <message>
        <source>Flight record</source>
        <translation>飞行记录</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Spent waiting</source>
        <translation>等待用时</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Tokens paid for</source>
        <translation>计费 token</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送于</translation>
    </message>
    <message>
        <source>Flight record: %1</source>
        <translation>飞行记录：%1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>至今 %1</translation>
    </message>
    <message>
        <source>Save the flight record</source>
        <translation>保存飞行记录</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>flight-record.txt</source>
        <translation>飞行记录.txt</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>未保存到 %1：%2</translation>
    </message>
</context>
<context>
    <name>breakwater::FolderDialog</name>
    <message>
        <source>New folder – Breakwater</source>
        <translation>新建文件夹 – Breakwater</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
</context>
<context>
    <name>breakwater::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>How Breakwater behaves, and what it does while you write.</source>
        <translation>Breakwater 的行为，以及书写时所做的事。</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>发送键</translation>
    </message>
    <message>
        <source>The other way to press Enter makes a new line. Shift+Enter always does, and Ctrl+Enter always sends.</source>
        <translation>另一种按 Enter 的方式会换行。Shift+Enter 总是换行，Ctrl+Enter 总是发送。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Notify when an answer ends</source>
        <translation>回答结束时通知</translation>
    </message>
    <message>
        <source>Also when a turn needs you. Only while no window of Breakwater has the focus; a click opens the conversation.</source>
        <translation>提问需要处理时也会通知。仅在 Breakwater 的窗口都没有焦点时；点击可打开对话。</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>托盘图标</translation>
    </message>
    <message>
        <source>When the last window is closed</source>
        <translation>关闭最后一个窗口时</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Exact token count</source>
        <translation>精确 token 计数</translation>
    </message>
    <message>
        <source>Anthropic counts what you write, a moment after the last key and free of charge. Off: an estimate, and nothing leaves before you send.</source>
        <translation>最后一次按键后片刻，由 Anthropic 免费计数。关闭：只作估算，发送前没有内容离开本机。</translation>
    </message>
    <message>
        <source>Titles by the model</source>
        <translation>由模型拟标题</translation>
    </message>
    <message>
        <source>One short request after the first answer, to the model that gave it, and only in clear weather. Off: the first words of your question.</source>
        <translation>首个回答之后，向给出回答的模型发送一个简短请求，仅在天气晴朗时。关闭：取问题的前几个词。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>It shows the weather and what waits in the outbox.</source>
        <translation>它显示天气和发件箱中等待的内容。</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>此桌面没有托盘。</translation>
    </message>
    <message>
        <source>Answers go on arriving and the outbox goes on sending while the icon is in the tray.</source>
        <translation>图标在托盘中时，回答继续到达，发件箱继续发送。</translation>
    </message>
    <message>
        <source>Breakwater quits. With the icon in the tray it can run on.</source>
        <translation>Breakwater 会退出。启用托盘图标后可以继续运行。</translation>
    </message>
    <message>
        <source>Breakwater quits. It can run on only where there is a tray.</source>
        <translation>Breakwater 会退出。只有存在托盘时才能继续运行。</translation>
    </message>
    <message>
        <source>keys return tray background notification tokens count privacy titles language</source>
        <translation>按键 回车 托盘 后台 通知 token 计数 隐私 标题 语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>检查拼写</translation>
    </message>
    <message>
        <source>Of what you write, by the dictionaries on this computer; nothing leaves it.</source>
        <translation>用本机的词典检查所写内容，不会发送到任何地方。</translation>
    </message>
    <message>
        <source>dictionary spell checker language</source>
        <translation>词典 拼写检查 语言</translation>
    </message>
    <message>
        <source>There is no dictionary on this computer. Install one, for example the package hunspell-en-us.</source>
        <translation>本机没有词典。可以安装一个，例如软件包 hunspell-en-us。</translation>
    </message>
</context>
<context>
    <name>breakwater::Header</name>
    <message>
        <source>Show the sidebar</source>
        <translation>显示侧边栏</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Flight record of the last turn</source>
        <translation>最近提问的飞行记录</translation>
    </message>
    <message>
        <source>Weather panel</source>
        <translation>天气面板</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>breakwater::HitList</name>
    <message>
        <source>Messages found</source>
        <translation>找到的消息</translation>
    </message>
</context>
<context>
    <name>breakwater::HitModel</name>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <translation>%1，%2，%3：%4</translation>
    </message>
</context>
<context>
    <name>breakwater::IconButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>breakwater::InstructionsDialog</name>
    <message>
        <source>%1 takes neither temperature nor top p. Turns go to it without them.</source>
        <translation>%1 不接受 temperature 和 top p。提问发送时不带它们。</translation>
    </message>
    <message>
        <source>No model of this chain takes temperature or top p. Turns go without them.</source>
        <translation>此链中没有模型接受 temperature 或 top p。提问发送时不带它们。</translation>
    </message>
    <message>
        <source>%1 takes neither temperature nor top p: turns go there without them.</source>
        <translation>%1 不接受 temperature 和 top p：发往那里的提问不带它们。</translation>
    </message>
    <message>
        <source>Claude takes a temperature of 1 at most, no top p beside it, and does not think aloud then.</source>
        <translation>Claude 的 temperature 最高为 1，不能同时使用 top p，并且此时不显示思考。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>temperature %1</translation>
    </message>
    <message>
        <source>top p %1</source>
        <translation>top p %1</translation>
    </message>
    <message>
        <source>answers of %1 tokens at most</source>
        <translation>回答最多 %1 个 token</translation>
    </message>
    <message>
        <source>Instructions – Breakwater</source>
        <translation>指令 – Breakwater</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>What the model is told before this conversation, with every turn from the next one on.</source>
        <translation>在此对话之前告诉模型的内容，从下一次提问起每次都带上。</translation>
    </message>
    <message>
        <source>Nothing: the model answers as it does by itself</source>
        <translation>无：模型按自身方式回答</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>回答方式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyEditor</name>
    <message>
        <source>Add key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>The next key is used when the one before it is refused or its credit is used up; never to get around a rate limit.</source>
        <translation>前一个密钥被拒或余额用尽时才使用下一个；绝不用来绕过速率限制。</translation>
    </message>
    <message>
        <source>A key that was kept for %1 goes to %2 when you press Apply or Test. If that is not meant, remove the key first.</source>
        <translation>按“应用”或“测试”时，为 %1 保存的密钥会发往 %2。如非本意，请先移除密钥。</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyForm</name>
    <message>
        <source>In the system keychain</source>
        <translation>在系统钥匙串中</translation>
    </message>
    <message>
        <source>In a file that only you can read</source>
        <translation>在只有自己能读取的文件中</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>仅本次会话</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>密钥名称</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>密钥保存位置</translation>
    </message>
    <message>
        <source>The key is kept when you press Keep.</source>
        <translation>按“保存”后密钥才会保存。</translation>
    </message>
    <message>
        <source>A key is never shown again once it is kept.</source>
        <translation>密钥保存后不再显示。</translation>
    </message>
    <message>
        <source>No keychain is running here. Keep the key for this session only, or in a file that only you can read.</source>
        <translation>此处没有运行钥匙串。密钥可仅保留到本次会话结束，或存入只有自己能读取的文件。</translation>
    </message>
    <message>
        <source>Give the key a name: the flight record calls it so.</source>
        <translation>请给密钥命名：飞行记录用这个名字称呼它。</translation>
    </message>
    <message>
        <source>Another key has this name.</source>
        <translation>已有密钥使用此名称。</translation>
    </message>
    <message>
        <source>Keeping… The system may ask for the keychain’s password.</source>
        <translation>正在保存… 系统可能会要求输入钥匙串密码。</translation>
    </message>
    <message>
        <source>The keychain did not answer. Try once more, or choose another place.</source>
        <translation>钥匙串没有响应。请再试一次，或选择其他位置。</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyMap</name>
    <message>
        <source>Send now; a new line where Preferences say so</source>
        <translation>立即发送；若设置如此，则换行</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Stop the answer, close a popup</source>
        <translation>停止回答，关闭弹窗</translation>
    </message>
    <message>
        <source>Last message again, in an empty composer</source>
        <translation>在空输入框中调出上一条消息</translation>
    </message>
    <message>
        <source>Message before, in the transcript</source>
        <translation>在对话记录中：上一条消息</translation>
    </message>
    <message>
        <source>Next message, in the transcript</source>
        <translation>在对话记录中：下一条消息</translation>
    </message>
    <message>
        <source>Select in the transcript, as in any text</source>
        <translation>在对话记录中选择，与普通文本一样</translation>
    </message>
    <message>
        <source>Move up in a list: a route, a turn that waits</source>
        <translation>在列表中上移：线路、等待的提问</translation>
    </message>
    <message>
        <source>Move down in a list</source>
        <translation>在列表中下移</translation>
    </message>
    <message>
        <source>These always do the same: %1.</source>
        <translation>这些按键始终执行同一操作：%1。</translation>
    </message>
    <message>
        <source>These are for writing. Hold Ctrl or Alt with a key, or use a function key.</source>
        <translation>这些按键用于书写。请配合 Ctrl 或 Alt，或使用功能键。</translation>
    </message>
    <message>
        <source>Send off-peak</source>
        <translation>空闲时发送</translation>
    </message>
    <message>
        <source>Send as a batch</source>
        <translation>作为批次发送</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyRow</name>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>API key %1</source>
        <translation>API 密钥 %1</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyWords</name>
    <message>
        <source>Kept for this session only. It is gone when Breakwater ends.</source>
        <translation>仅本次会话保留。Breakwater 退出后即消失。</translation>
    </message>
    <message>
        <source>Kept in a file that only you can read</source>
        <translation>保存在只有自己能读取的文件中</translation>
    </message>
    <message>
        <source>Kept in the system keychain, never in a file</source>
        <translation>保存在系统钥匙串中，绝不写入文件</translation>
    </message>
    <message>
        <source>From %1. It is used and never written down.</source>
        <translation>来自 %1。只使用，从不写下。</translation>
    </message>
    <message>
        <source>Paste a key first.</source>
        <translation>请先粘贴密钥。</translation>
    </message>
    <message>
        <source>This is too long for a key. Copy the key alone.</source>
        <translation>这对密钥来说太长。请只复制密钥。</translation>
    </message>
    <message>
        <source>This key has a line break in it. Copy it once more, on one line.</source>
        <translation>此密钥中有换行。请重新复制，保持在一行。</translation>
    </message>
    <message>
        <source>A key has no spaces and no special letters. Copy it once more.</source>
        <translation>密钥不含空格和特殊字符。请重新复制。</translation>
    </message>
    <message>
        <source>Being read from the system keychain…</source>
        <translation>正在从系统钥匙串读取…</translation>
    </message>
    <message>
        <source>The system keychain does not have this key any more. Paste it again.</source>
        <translation>系统钥匙串中已没有此密钥。请重新粘贴。</translation>
    </message>
    <message>
        <source>The provider refused this key. Breakwater uses the next one, until you replace it.</source>
        <translation>提供商拒绝了此密钥。替换之前 Breakwater 使用下一个。</translation>
    </message>
    <message>
        <source>The keychain is locked or said no. Unlock it and try once more, or choose another place.</source>
        <translation>钥匙串已锁定或拒绝。请解锁后再试，或选择其他位置。</translation>
    </message>
    <message>
        <source>No keychain is running here. Choose another place for the key.</source>
        <translation>此处没有运行钥匙串。请为密钥选择其他位置。</translation>
    </message>
    <message>
        <source>The file could not be written. Keep the key for this session only, or free some disk space.</source>
        <translation>无法写入文件。请将密钥仅保留到本次会话结束，或腾出磁盘空间。</translation>
    </message>
    <message>
        <source>No keychain is running here.</source>
        <translation>此处没有运行钥匙串。</translation>
    </message>
    <message>
        <source>A key is kept in it. Start the keychain, or paste the key again in Preferences. Reading works meanwhile.</source>
        <translation>其中保存着密钥。请启动钥匙串，或在首选项中重新粘贴密钥。期间可以阅读。</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>钥匙串已锁定。</translation>
    </message>
    <message>
        <source>Unlock it to send. Reading works meanwhile.</source>
        <translation>解锁即可发送。期间可以阅读。</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyboardList</name>
    <message>
        <source>Keyboard – Breakwater</source>
        <translation>键盘 – Breakwater</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyboardPage</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Press a field, then the keys it shall have. Esc leaves it, Backspace takes the keys away.</source>
        <translation>点选字段，然后按下所需按键。Esc 离开，Backspace 清除按键。</translation>
    </message>
    <message>
        <source>shortcuts keys hotkeys</source>
        <translation>快捷键 按键 热键</translation>
    </message>
    <message>
        <source>The usual keys of “%1”</source>
        <translation>“%1”的默认按键</translation>
    </message>
    <message>
        <source>%1 was not taken. %2</source>
        <translation>没有采用 %1。%2</translation>
    </message>
    <message>
        <source>“%1” has its keys now: %2.</source>
        <translation>“%1”现在的按键：%2。</translation>
    </message>
</context>
<context>
    <name>breakwater::KeysInForce</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>breakwater::MainWindow</name>
    <message>
        <source>The flight record could not be saved.</source>
        <translation>无法保存飞行记录。</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Outbox and batches</source>
        <translation>发件箱与批次</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>%1 – Breakwater</source>
        <translation>%1 – Breakwater</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>今日 %1/%2</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>“%1”已删除。</translation>
    </message>
    <message>
        <source>It can come back for ten seconds.</source>
        <translation>十秒内可以恢复。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>1 answer is arriving. It stops and is kept.</source>
        <translation>有 1 个回答正在到达。它会停止并被保留。</translation>
    </message>
    <message>
        <source>%1 answers are arriving. They stop and are kept.</source>
        <translation>有 %1 个回答正在到达。它们会停止并被保留。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Instructions…</source>
        <translation>指令…</translation>
    </message>
    <message>
        <source>New conversation that begins like this</source>
        <translation>以此开头新建对话</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>所有对话</translation>
    </message>
    <message>
        <source>1 turn waits in the outbox. It goes after the next start.</source>
        <translation>有 1 个提问在发件箱等待。下次启动后发出。</translation>
    </message>
    <message>
        <source>%1 turns wait in the outbox. They go after the next start.</source>
        <translation>有 %1 个提问在发件箱等待。下次启动后发出。</translation>
    </message>
    <message>
        <source>1 turn is about to be tried again. After the next start it asks before it goes.</source>
        <translation>有 1 个提问即将重试。下次启动后会先询问再发出。</translation>
    </message>
    <message>
        <source>%1 turns are about to be tried again. After the next start they ask before they go.</source>
        <translation>有 %1 个提问即将重试。下次启动后会先询问再发出。</translation>
    </message>
    <message>
        <source>Quit Breakwater</source>
        <translation>退出 Breakwater</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>1 turn waits for its off-peak hours. It goes in them only while Breakwater runs.</source>
        <translation>1 次提问在等待空闲时段。只有 Breakwater 运行时才会发出。</translation>
    </message>
    <message>
        <source>%1 turns wait for their off-peak hours. They go in them only while Breakwater runs.</source>
        <translation>%1 次提问在等待空闲时段。只有 Breakwater 运行时才会发出。</translation>
    </message>
    <message>
        <source>The turn was deleted from the outbox.</source>
        <translation>此提问已从发件箱删除。</translation>
    </message>
    <message>
        <source>Its text is kept in the conversation.</source>
        <translation>其文字保留在对话中。</translation>
    </message>
    <message>
        <source>A batch is being written down. It is not sent if Breakwater ends now.</source>
        <translation>正在保存一个批次。如果 Breakwater 现在退出，它不会发送。</translation>
    </message>
</context>
<context>
    <name>breakwater::MetricsServer</name>
    <message>
        <source>The numbers for Prometheus are not served: port %1 is used by another program.</source>
        <translation>未提供 Prometheus 数据：端口 %1 被其他程序占用。</translation>
    </message>
    <message>
        <source>The numbers for Prometheus are not served: this computer does not let Breakwater listen at port %1.</source>
        <translation>未提供 Prometheus 数据：本机不允许 Breakwater 监听端口 %1。</translation>
    </message>
</context>
<context>
    <name>breakwater::ModelField</name>
    <message>
        <source>%1, favourite</source>
        <translation>%1，收藏</translation>
    </message>
    <message>
        <source>A favourite. Click its star, or press Ctrl+D, to unmark it.</source>
        <translation>已收藏。点击星标或按 Ctrl+D 取消。</translation>
    </message>
    <message>
        <source>Click its star, or press Ctrl+D, to make it a favourite.</source>
        <translation>点击星标或按 Ctrl+D 收藏。</translation>
    </message>
    <message>
        <source>Model, as the provider names it</source>
        <translation>模型，按提供商的名称</translation>
    </message>
</context>
<context>
    <name>breakwater::ModelWords</name>
    <message>
        <source>Retired: it does not answer any more</source>
        <translation>已停用：不再回答</translation>
    </message>
    <message>
        <source>Retires on %1</source>
        <translation>将于 %1 停用</translation>
    </message>
    <message>
        <source>Is about to be retired</source>
        <translation>即将停用</translation>
    </message>
</context>
<context>
    <name>breakwater::MoneyWords</name>
    <message>
        <source>under %1</source>
        <translation>不到 %1</translation>
    </message>
</context>
<context>
    <name>breakwater::MoveOnRow</name>
    <message>
        <source>%1: tries before moving on</source>
        <translation>%1：切换前的尝试次数</translation>
    </message>
    <message>
        <source>after</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>wait for it instead</source>
        <translation>改为等待</translation>
    </message>
    <message>
        <source>Move on when: %1</source>
        <translation>在以下情况切换：%1</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>次后</translation>
    </message>
    <message>
        <source>try</source>
        <translation>次后</translation>
    </message>
</context>
<context>
    <name>breakwater::NewBatchForm</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The beginning of the prompt</source>
        <translation>提示词的开头</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>What is asked for each row. {{name}} stands for what the row has in the column “name”.</source>
        <translation>对每一行提问的内容。{{name}} 代表该行在“name”列中的值。</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新建批次</translation>
    </message>
    <message>
        <source>The same prompt for each row of a file, at half the price.</source>
        <translation>对文件的每一行使用同一提示词，半价。</translation>
    </message>
    <message>
        <source>{{%1}} is not known here: {{file}} stands for the text of a file, {{filename}} for its name.</source>
        <translation>{{%1}} 在这里未知：{{file}} 代表文件的文字，{{filename}} 代表文件名。</translation>
    </message>
    <message>
        <source>{{%1}} is not a column of this file.</source>
        <translation>{{%1}} 不是此文件的列。</translation>
    </message>
    <message>
        <source>Nothing in this prompt stands for a value of the row: all ask the same.</source>
        <translation>此提示词中没有代表行内值的部分：所有行的提问都相同。</translation>
    </message>
</context>
<context>
    <name>breakwater::NewBatchWindow</name>
    <message>
        <source>New batch – Breakwater</source>
        <translation>新建批次 – Breakwater</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新建批次</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>还没有行</translation>
    </message>
    <message>
        <source>Choose a file of rows, or many files. What is asked of each, and what all of it costs, is shown here before anything is sent.</source>
        <translation>请选择一个由行组成的文件，或多个文件。发送前，这里会显示每一行的提问以及总费用。</translation>
    </message>
    <message>
        <source>Writing the batch down</source>
        <translation>正在保存批次</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send as a batch</source>
        <translation>作为批次发送</translation>
    </message>
    <message>
        <source>Answers come within 24 hours, at half the price. They are read back until 29 days after.</source>
        <translation>回答在 24 小时内到达，半价。此后 29 天内可以取回。</translation>
    </message>
    <message>
        <source>Nobody here takes batches yet.</source>
        <translation>这里还没有提供商接受批次。</translation>
    </message>
    <message>
        <source>Choose rows first.</source>
        <translation>请先选择行。</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>正在读取各行…</translation>
    </message>
    <message>
        <source>There is no row that can be asked.</source>
        <translation>没有可以提问的行。</translation>
    </message>
    <message>
        <source>Write the prompt first.</source>
        <translation>请先写提示词。</translation>
    </message>
    <message>
        <source>Writing the rows down. Nothing is sent before all are.</source>
        <translation>正在保存各行。全部保存之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>The rows are not those that were shown.</source>
        <translation>这些行与显示过的不同。</translation>
    </message>
    <message>
        <source>Their file has changed since. Nothing was sent. It is read again: look at it, and send it then.</source>
        <translation>其文件此后有更改。没有发送任何内容。正在重新读取：请查看后再发送。</translation>
    </message>
    <message>
        <source>Your spend limit for today is reached.</source>
        <translation>已达到今日支出上限。</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <translation>仍然发送</translation>
    </message>
</context>
<context>
    <name>breakwater::NoWeather</name>
    <message>
        <source>No weather yet</source>
        <translation>还没有天气</translation>
    </message>
    <message>
        <source>It appears with your first turn.</source>
        <translation>第一次提问后出现。</translation>
    </message>
</context>
<context>
    <name>breakwater::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>breakwater::OffPeakPage</name>
    <message>
        <source>Outbox and batches</source>
        <translation>发件箱与批次</translation>
    </message>
    <message>
        <source>What is in no hurry is sent when it disturbs nobody, and does not add to a storm.</source>
        <translation>不着急的内容在不打扰任何人时发送，不加重风暴。</translation>
    </message>
    <message>
        <source>off-peak night hours window schedule later cheap time zone</source>
        <translation>空闲 夜间 时段 计划 稍后 便宜 时区</translation>
    </message>
    <message>
        <source>Only in calm weather</source>
        <translation>仅在天气平静时</translation>
    </message>
    <message>
        <source>While routes refuse or fail, an off-peak turn waits on: it is looked at every few minutes.</source>
        <translation>线路拒绝或失败期间，空闲时段的提问继续等待：每隔几分钟查看一次。</translation>
    </message>
    <message>
        <source>Off-peak hours</source>
        <translation>空闲时段</translation>
    </message>
    <message>
        <source>Each turn goes at a moment of its own in the first half of them, so that not all begin together.</source>
        <translation>每次提问在前半段各自的时刻发出，避免同时开始。</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1，从</translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation>%1，至</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>On these days</source>
        <translation>在这些日子</translation>
    </message>
    <message>
        <source>Hours over midnight belong to the day on which they begin.</source>
        <translation>跨午夜的时段属于开始的那一天。</translation>
    </message>
    <message>
        <source>By the clock of</source>
        <translation>按照时钟</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>此电脑（%1）</translation>
    </message>
    <message>
        <source>Choose where the provider’s busy hours are, or keep your own nights.</source>
        <translation>选择提供商繁忙所在的地方，或沿用自己的夜间。</translation>
    </message>
    <message>
        <source>When its hours pass without a turn</source>
        <translation>时段已过而提问未发出时</translation>
    </message>
    <message>
        <source>Wait for the next ones</source>
        <translation>等待下一个时段</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>询问我</translation>
    </message>
    <message>
        <source>Send it anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>The computer was off, or the weather stayed bad.</source>
        <translation>电脑关机，或天气一直不好。</translation>
    </message>
    <message>
        <source>They end as they begin: nothing can be sent off-peak.</source>
        <translation>起止时间相同：空闲时段无法发送任何内容。</translation>
    </message>
    <message>
        <source>No day is chosen: nothing can be sent off-peak.</source>
        <translation>没有选择日期：空闲时段无法发送任何内容。</translation>
    </message>
</context>
<context>
    <name>breakwater::OrderMenu</name>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>breakwater::OutboxButton</name>
    <message>
        <source>Outbox and batches</source>
        <translation>发件箱与批次</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1，%n 个等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Turns that wait to be sent</source>
        <translation>等待发送的提问</translation>
    </message>
</context>
<context>
    <name>breakwater::OutboxDetail</name>
    <message>
        <source>Flight record</source>
        <translation>飞行记录</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Waiting turn</source>
        <translation>等待的提问</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete this turn</source>
        <translation>删除此提问</translation>
    </message>
    <message>
        <source>All attempts of this turn</source>
        <translation>此提问的所有尝试</translation>
    </message>
    <message>
        <source>Put the text back into the composer</source>
        <translation>把文字放回输入框</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>等待原因</translation>
    </message>
    <message>
        <source>Message not loaded yet</source>
        <translation>消息尚未加载</translation>
    </message>
    <message>
        <source>Written at %1</source>
        <translation>写于 %1</translation>
    </message>
    <message>
        <source>Written at %1, %2</source>
        <translation>写于 %1，%2</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>As soon as a route flows</source>
        <translation>线路通畅时立即</translation>
    </message>
    <message>
        <source>Off-peak</source>
        <translation>空闲时段</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Looks again every minute or so</source>
        <translation>大约每分钟再看一次</translation>
    </message>
    <message>
        <source>It has no hours yet: Preferences, Outbox and batches</source>
        <translation>尚未设置时段：偏好设置，发件箱与批次</translation>
    </message>
    <message>
        <source>As a batch</source>
        <translation>作为批次</translation>
    </message>
    <message>
        <source>It lets go of this turn, or has answered it by then</source>
        <translation>批次会释放此提问，或届时已作回答</translation>
    </message>
    <message>
        <source>Half price, answer within 24 hours</source>
        <translation>半价，24 小时内回答</translation>
    </message>
    <message>
        <source>No model of this chain takes batches</source>
        <translation>此链中没有模型接受批次</translation>
    </message>
</context>
<context>
    <name>breakwater::OutboxList</name>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Message not loaded yet</source>
        <translation>消息尚未加载</translation>
    </message>
    <message>
        <source>Off-peak</source>
        <translation>空闲时段</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>half price</source>
        <translation>半价</translation>
    </message>
</context>
<context>
    <name>breakwater::OutboxPage</name>
    <message>
        <source>Send all now</source>
        <translation>全部立即发送</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Waiting turns</source>
        <translation>等待的提问</translation>
    </message>
    <message>
        <source>Nothing waiting</source>
        <translation>没有等待的提问</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>打开对话</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete this turn</source>
        <translation>删除此提问</translation>
    </message>
    <message>
        <source>New batch…</source>
        <translation>新建批次…</translation>
    </message>
    <message>
        <source>Turns that cannot go right now wait here, in order. Batches are here too.</source>
        <translation>暂时无法发出的提问在这里依次等待。批次也在这里。</translation>
    </message>
    <message>
        <source>One prompt over the rows of a file, at half the price</source>
        <translation>一个提示词用于文件的各行，半价</translation>
    </message>
    <message>
        <source>Open answers</source>
        <translation>打开回答</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即查看</translation>
    </message>
</context>
<context>
    <name>breakwater::PasteNote</name>
    <message>
        <source>Put it into the text</source>
        <translation>放入正文</translation>
    </message>
    <message>
        <source>Leave it as a file</source>
        <translation>保留为文件</translation>
    </message>
    <message>
        <source>What you pasted has %1 characters: it goes along as a file.</source>
        <translation>粘贴的内容有 %1 个字符：它将作为文件一起发送。</translation>
    </message>
</context>
<context>
    <name>breakwater::PatienceRow</name>
    <message>
        <source>Seconds to connect</source>
        <translation>连接秒数</translation>
    </message>
    <message>
        <source>Seconds to the first token</source>
        <translation>到首个 token 的秒数</translation>
    </message>
    <message>
        <source> s to connect</source>
        <translation> 秒连接</translation>
    </message>
    <message>
        <source>After this the server counts as not reached. Nothing was sent by then.</source>
        <translation>超过后视为未连上服务器。此时尚未发送任何内容。</translation>
    </message>
    <message>
        <source> s to first token</source>
        <translation> 秒到首个 token</translation>
    </message>
    <message>
        <source>At most, for one try. Where a server is usually quicker, Breakwater notices its silence sooner. A slow model on your own machine may need more.</source>
        <translation>单次尝试的上限。服务器通常更快时，Breakwater 会更早察觉它的沉默。本机上的慢模型可能需要更久。</translation>
    </message>
</context>
<context>
    <name>breakwater::PlanFigures</name>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>1 row asks what one before it asks, word for word</source>
        <translation>1 行的提问与之前某行逐字相同</translation>
    </message>
    <message>
        <source>%1 rows ask what one before them asks, word for word</source>
        <translation>%1 行的提问与之前某行逐字相同</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not known for this model</source>
        <translation>此模型的价格未知</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>about %1, half of what it costs otherwise</source>
        <translation>约 %1，为平常费用的一半</translation>
    </message>
    <message>
        <source>between %1 and %2, half of what it costs otherwise</source>
        <translation>%1 到 %2，为平常费用的一半</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>待读取</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>至今 %1</translation>
    </message>
    <message>
        <source>The least is without any answer, the most with each of %1 tokens, which is as long as it may be.</source>
        <translation>最低价不含任何回答，最高价按每个回答 %1 个 token 计算，即允许的最大长度。</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>分 %1 个部分</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>还有 %1 个。</translation>
    </message>
</context>
<context>
    <name>breakwater::PreferencesWindow</name>
    <message>
        <source>One change not applied</source>
        <translation>1 项更改未应用</translation>
    </message>
    <message>
        <source>Two changes not applied</source>
        <translation>2 项更改未应用</translation>
    </message>
    <message>
        <source>Three changes not applied</source>
        <translation>3 项更改未应用</translation>
    </message>
    <message>
        <source>%1 changes not applied</source>
        <translation>%1 项更改未应用</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>breakwater::PricesModel</name>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>as input</source>
        <translation>同输入</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>缓存读取</translation>
    </message>
    <message>
        <source>Cache written</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Prompts over</source>
        <translation>提示超过</translation>
    </message>
</context>
<context>
    <name>breakwater::PromptCard</name>
    <message>
        <source>Name of the prompt</source>
        <translation>提示词名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>提示词内容</translation>
    </message>
    <message>
        <source>Explain {{topic}} in three sentences.</source>
        <translation>用三句话解释 {{主题}}。</translation>
    </message>
    <message>
        <source>Remove this prompt</source>
        <translation>移除这条提示词</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>新提示词</translation>
    </message>
</context>
<context>
    <name>breakwater::PromptForm</name>
    <message>
        <source>%1 – Breakwater</source>
        <translation>%1 – Breakwater</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>breakwater::PromptMenu</name>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>No prompts yet</source>
        <translation>还没有提示词</translation>
    </message>
    <message>
        <source>Keep what is written as a prompt…</source>
        <translation>将所写内容保存为提示词…</translation>
    </message>
    <message>
        <source>Change prompts…</source>
        <translation>更改提示词…</translation>
    </message>
</context>
<context>
    <name>breakwater::PromptsPage</name>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Texts that you use again, from the button beside the message. {{topic}} is asked for each time; {{date}} and {{clipboard}} are filled in.</source>
        <translation>可重复使用的文字，通过消息旁的按钮插入。每次使用都会询问 {{主题}} 这样的变量；{{date}}（日期）和 {{clipboard}}（剪贴板）会自动填入。</translation>
    </message>
    <message>
        <source>templates snippets variables library</source>
        <translation>模板 片段 变量 库</translation>
    </message>
    <message>
        <source>No prompts yet.</source>
        <translation>还没有提示词。</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>添加提示词</translation>
    </message>
</context>
<context>
    <name>breakwater::ProviderEditor</name>
    <message>
        <source>Enter the server’s address, for example https://api.example.com.</source>
        <translation>请输入服务器地址，例如 https://api.example.com。</translation>
    </message>
    <message>
        <source>Needs http:// or https:// in front.</source>
        <translation>前面需要 http:// 或 https://。</translation>
    </message>
    <message>
        <source>Names no server after http:// or https://.</source>
        <translation>http:// 或 https:// 之后没有服务器名。</translation>
    </message>
    <message>
        <source>Has a user name or a password in it. Put the key into its own field.</source>
        <translation>包含用户名或密码。请把密钥填入单独的字段。</translation>
    </message>
    <message>
        <source>Not encrypted: others on the way can read your turns and your key.</source>
        <translation>未加密：途中的人能读到提问和密钥。</translation>
    </message>
    <message>
        <source>Use this provider</source>
        <translation>使用此提供商</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Anthropic Messages</source>
        <translation>Anthropic Messages</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>OpenAI 兼容</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Wait for reply</source>
        <translation>等待响应</translation>
    </message>
    <message>
        <source>Runs inside Breakwater. Nothing is sent anywhere.</source>
        <translation>在 Breakwater 内部运行。不向任何地方发送内容。</translation>
    </message>
    <message>
        <source>Messages, streaming, batches</source>
        <translation>消息、流式、批次</translation>
    </message>
    <message>
        <source>Chat completions, streaming</source>
        <translation>Chat completions、流式</translation>
    </message>
    <message>
        <source>%1 Nothing is sent there before you agree.</source>
        <translation>%1 未经同意不会向那里发送任何内容。</translation>
    </message>
    <message>
        <source>Send unencrypted to %1</source>
        <translation>以未加密方式发送到 %1</translation>
    </message>
</context>
<context>
    <name>breakwater::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Where Breakwater may send your turns.</source>
        <translation>Breakwater 可以把提问发往哪里。</translation>
    </message>
    <message>
        <source>api key base url server anthropic openai local connection test protocol timeout certificate tls ca unencrypted</source>
        <translation>api 密钥 基础 url 服务器 anthropic openai 本地 连接测试 协议 超时 证书 tls ca 未加密</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Remove provider</source>
        <translation>移除提供商</translation>
    </message>
    <message>
        <source>Its routes leave every chain. Revert brings it back until you apply.</source>
        <translation>其线路会从所有链中移除。应用之前可以还原。</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Simulated weather</source>
        <translation>模拟天气</translation>
    </message>
    <message>
        <source>Not encrypted, not used</source>
        <translation>未加密，未使用</translation>
    </message>
    <message>
        <source>no model in a chain yet</source>
        <translation>链中还没有模型</translation>
    </message>
    <message>
        <source>1 model in chains</source>
        <translation>链中有 1 个模型</translation>
    </message>
    <message>
        <source>%1 models in chains</source>
        <translation>链中有 %1 个模型</translation>
    </message>
    <message>
        <source>Needs a key, %1</source>
        <translation>需要密钥，%1</translation>
    </message>
    <message>
        <source>Key refused, %1</source>
        <translation>密钥被拒，%1</translation>
    </message>
    <message>
        <source>Keychain locked, %1</source>
        <translation>钥匙串已锁定，%1</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>其他服务器</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>新服务器</translation>
    </message>
</context>
<context>
    <name>breakwater::QuestionActions</name>
    <message>
        <source>Copy question</source>
        <translation>复制问题</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>编辑问题</translation>
    </message>
</context>
<context>
    <name>breakwater::RangeSwitch</name>
    <message>
        <source>Range: %1</source>
        <translation>范围：%1</translation>
    </message>
</context>
<context>
    <name>breakwater::ResponsesChart</name>
    <message>
        <source>Responses</source>
        <translation>响应</translation>
    </message>
</context>
<context>
    <name>breakwater::RetryCard</name>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>Keep in outbox</source>
        <translation>留在发件箱</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send as batch</source>
        <translation>作为批次发送</translation>
    </message>
</context>
<context>
    <name>breakwater::RetryPage</name>
    <message>
        <source>Drawn at random between 0 and the end of the bar</source>
        <translation>在 0 与条形末端之间随机</translation>
    </message>
    <message>
        <source>Drawn at random in the bar: never less than half of its end</source>
        <translation>在条形内随机：不少于末端的一半</translation>
    </message>
    <message>
        <source>Always the same: many clients return together</source>
        <translation>始终相同：许多客户端会同时返回</translation>
    </message>
    <message>
        <source>One try for a turn: nothing is waited for</source>
        <translation>每次提问尝试一次：不等待</translation>
    </message>
    <message>
        <source>When one try fails and the second answers</source>
        <translation>一次失败、第二次回答时</translation>
    </message>
    <message>
        <source>When two tries fail and the third answers</source>
        <translation>两次失败、第三次回答时</translation>
    </message>
    <message>
        <source>When three tries fail and the fourth answers</source>
        <translation>三次失败、第四次回答时</translation>
    </message>
    <message>
        <source>When four tries fail and the fifth answers</source>
        <translation>四次失败、第五次回答时</translation>
    </message>
    <message>
        <source>When five tries fail and the sixth answers</source>
        <translation>五次失败、第六次回答时</translation>
    </message>
    <message>
        <source>Retry and breaker</source>
        <translation>重试与熔断器</translation>
    </message>
    <message>
        <source>How long to wait, how often to try, and when to leave a route alone for a while.</source>
        <translation>等待多久、尝试几次，以及何时让线路休息一阵。</translation>
    </message>
    <message>
        <source>backoff jitter delay circuit timeout</source>
        <translation>退避 抖动 延迟 熔断 超时</translation>
    </message>
    <message>
        <source>%1: first wait, at most</source>
        <translation>%1：首次等待，最多</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>%1: longest wait</source>
        <translation>%1：最长等待</translation>
    </message>
    <message>
        <source>Waits: the first at most, doubling up to the longest</source>
        <translation>等待：首次的上限，逐次加倍到最长</translation>
    </message>
    <message>
        <source>Overloaded (529)</source>
        <translation>过载 (529)</translation>
    </message>
    <message>
        <source>The provider is full. Give it time.</source>
        <translation>提供商已满。给它时间。</translation>
    </message>
    <message>
        <source>Server error (5xx)</source>
        <translation>服务器错误 (5xx)</translation>
    </message>
    <message>
        <source>Often over at once.</source>
        <translation>往往很快过去。</translation>
    </message>
    <message>
        <source>Your own limit (429)</source>
        <translation>自己的限额 (429)</translation>
    </message>
    <message>
        <source>When the server does not say how long.</source>
        <translation>当服务器没有说明多久时。</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>未及时回答</translation>
    </message>
    <message>
        <source>The request may have been worked on.</source>
        <translation>请求可能已被处理。</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>无法连上服务器。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Between looks whether the network is back.</source>
        <translation>两次查看网络是否恢复之间的间隔。</translation>
    </message>
    <message>
        <source>Randomness</source>
        <translation>随机性</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完全</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>一半</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Full spreads many clients apart. Recommended.</source>
        <translation>完全随机能分散众多客户端。推荐。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Tries for a turn</source>
        <translation>每次提问的尝试次数</translation>
    </message>
    <message>
        <source>Over all its routes together.</source>
        <translation>所有线路合计。</translation>
    </message>
    <message>
        <source> tries</source>
        <translation> 次</translation>
    </message>
    <message>
        <source>Follow the server’s own hint</source>
        <translation>遵循服务器的提示</translation>
    </message>
    <message>
        <source>Never sooner than it asks. If it asks for more than this, the turn goes on elsewhere.</source>
        <translation>从不早于其要求。如果要求超过此值，提问转到别处。</translation>
    </message>
    <message>
        <source>for up to</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Longest hint followed</source>
        <translation>遵循的最长提示</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>重试预算</translation>
    </message>
    <message>
        <source>Retries to one provider at once; first tries are free.</source>
        <translation>同时对一个提供商的重试；首次尝试不计。</translation>
    </message>
    <message>
        <source> retries</source>
        <translation> 次重试</translation>
    </message>
    <message>
        <source>Budget comes back</source>
        <translation>预算恢复</translation>
    </message>
    <message>
        <source>So many retries with time.</source>
        <translation>随时间恢复的重试次数。</translation>
    </message>
    <message>
        <source>Retries that come back each minute</source>
        <translation>每分钟恢复的重试次数</translation>
    </message>
    <message>
        <source> a minute</source>
        <translation> 次/分钟</translation>
    </message>
    <message>
        <source>And is earned</source>
        <translation>并可赚取</translation>
    </message>
    <message>
        <source>For each turn answered at its first try.</source>
        <translation>每个首次尝试即获回答的提问。</translation>
    </message>
    <message>
        <source>Retries that come back for an answer</source>
        <translation>每个回答恢复的重试次数</translation>
    </message>
    <message>
        <source> an answer</source>
        <translation> 次/回答</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>熔断器</translation>
    </message>
    <message>
        <source>Pause a route after</source>
        <translation>暂停线路的条件</translation>
    </message>
    <message>
        <source>In a row, on a route that used to answer. A 429 never pauses a route: it is your limit.</source>
        <translation>在平时能回答的线路上连续出现。429 从不暂停线路：那是自己的限额。</translation>
    </message>
    <message>
        <source>Overloads in a row</source>
        <translation>连续过载次数</translation>
    </message>
    <message>
        <source> overloads</source>
        <translation> 次过载</translation>
    </message>
    <message>
        <source>Or after</source>
        <translation>或者</translation>
    </message>
    <message>
        <source>Failures of any counted kind in a row: 529, 5xx and network.</source>
        <translation>任何计入的失败连续出现：529、5xx 和网络。</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>连续失败次数</translation>
    </message>
    <message>
        <source> failures</source>
        <translation> 次失败</translation>
    </message>
    <message>
        <source>Unless chance explains it</source>
        <translation>除非可用偶然解释</translation>
    </message>
    <message>
        <source>A run that is likelier than this, by what the route answered before, pauses nothing.</source>
        <translation>按线路以往的回答，比此更可能出现的连续失败不会暂停。</translation>
    </message>
    <message>
        <source>Likelihood of a run that pauses nothing</source>
        <translation>不暂停的连续失败概率</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>But always after</source>
        <translation>但总在</translation>
    </message>
    <message>
        <source>In a row, whatever the route answered before.</source>
        <translation>连续出现，不论线路以往如何回答。</translation>
    </message>
    <message>
        <source>Longest run of failures</source>
        <translation>最长连续失败</translation>
    </message>
    <message>
        <source>Or when this share fails</source>
        <translation>或失败比例达到</translation>
    </message>
    <message>
        <source>Of the requests counted below.</source>
        <translation>占下方计数的请求。</translation>
    </message>
    <message>
        <source>Share that fails</source>
        <translation>失败比例</translation>
    </message>
    <message>
        <source>Of at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>So few say too little; older ones no longer count.</source>
        <translation>太少说明不了问题；更早的不再计入。</translation>
    </message>
    <message>
        <source>Fewest requests for a share</source>
        <translation>计算比例的最少请求数</translation>
    </message>
    <message>
        <source> requests</source>
        <translation> 个请求</translation>
    </message>
    <message>
        <source>in</source>
        <translation>在</translation>
    </message>
    <message>
        <source>Time in which requests count</source>
        <translation>请求计入的时间</translation>
    </message>
    <message>
        <source>Pause for, after overloads</source>
        <translation>过载后暂停</translation>
    </message>
    <message>
        <source>Doubles if the test fails. Half as long to half as long again, by chance.</source>
        <translation>测试失败则加倍。随机取一半到一倍半。</translation>
    </message>
    <message>
        <source>First pause after overloads</source>
        <translation>过载后的首次暂停</translation>
    </message>
    <message>
        <source>Pause for, after other failures</source>
        <translation>其他失败后暂停</translation>
    </message>
    <message>
        <source>Doubles in the same way.</source>
        <translation>同样加倍。</translation>
    </message>
    <message>
        <source>First pause after other failures</source>
        <translation>其他失败后的首次暂停</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>最长暂停</translation>
    </message>
    <message>
        <source>No doubling goes beyond it; a server’s hint may.</source>
        <translation>加倍不超过此值；服务器的提示可以超过。</translation>
    </message>
    <message>
        <source>Shortest pause</source>
        <translation>最短暂停</translation>
    </message>
    <message>
        <source>Turns that wait together share one pause: the more of them, the sooner one tests the route for all.</source>
        <translation>一起等待的提问共用一次暂停：越多，就越早有一个替大家测试线路。</translation>
    </message>
    <message>
        <source>Call it a false alarm within</source>
        <translation>视为误报的时间</translation>
    </message>
    <message>
        <source>Well again so soon, it had not been down, and all may go at once.</source>
        <translation>这么快恢复说明并未故障，全部可同时发出。</translation>
    </message>
    <message>
        <source>Time of a false alarm</source>
        <translation>误报时间</translation>
    </message>
    <message>
        <source>After a pause, begin with</source>
        <translation>暂停后开始时</translation>
    </message>
    <message>
        <source>One more at once with each answer, until so many came.</source>
        <translation>每个回答增加一个并发，直到达到此数。</translation>
    </message>
    <message>
        <source>Requests at once after a pause</source>
        <translation>暂停后的并发请求数</translation>
    </message>
    <message>
        <source> at once</source>
        <translation> 个并发</translation>
    </message>
    <message>
        <source>until</source>
        <translation>直到</translation>
    </message>
    <message>
        <source>Answers until all may go</source>
        <translation>全部放行所需回答数</translation>
    </message>
    <message>
        <source> answers</source>
        <translation> 个回答</translation>
    </message>
    <message>
        <source>Forget a doubling after</source>
        <translation>忘记加倍的时间</translation>
    </message>
    <message>
        <source>Time that the route has to flow for it.</source>
        <translation>线路须保持通畅的时间。</translation>
    </message>
    <message>
        <source>Time to forget a doubling</source>
        <translation>忘记加倍所需时间</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Wait for a turn</source>
        <translation>提问的等待</translation>
    </message>
    <message>
        <source>To its first word, over all tries. Then it goes to the outbox.</source>
        <translation>到第一个词为止，所有尝试合计。之后进入发件箱。</translation>
    </message>
    <message>
        <source>Do not retry in the last</source>
        <translation>最后这段时间不重试</translation>
    </message>
    <message>
        <source>With less time than this left, another try is of no use.</source>
        <translation>剩余时间更少时，再试没有用处。</translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation>等待连接</translation>
    </message>
    <message>
        <source>One try. A provider may have a time of its own.</source>
        <translation>单次尝试。提供商可有自己的时间。</translation>
    </message>
    <message>
        <source>Wait for a reply</source>
        <translation>等待响应</translation>
    </message>
    <message>
        <source>One try, from the connection to the first line of the reply.</source>
        <translation>单次尝试，从连接到响应首行。</translation>
    </message>
    <message>
        <source>Wait for the first word</source>
        <translation>等待第一个词</translation>
    </message>
    <message>
        <source>One try. Too short makes an overload worse.</source>
        <translation>单次尝试。太短会加重过载。</translation>
    </message>
    <message>
        <source>Silence inside an answer</source>
        <translation>回答中的静默</translation>
    </message>
    <message>
        <source>After this the answer counts as broken off; what came is kept.</source>
        <translation>超过后视为中断；已收到的保留。</translation>
    </message>
    <message>
        <source>Notice silence sooner, at</source>
        <translation>更早察觉静默</translation>
    </message>
    <message>
        <source>Breakwater learns how quick a route is, and gives a silent try up before the times above.</source>
        <translation>Breakwater 会了解线路的速度，在上述时间之前放弃静默的尝试。</translation>
    </message>
    <message>
        <source>Times the usual silence</source>
        <translation>平时静默的倍数</translation>
    </message>
    <message>
        <source> times</source>
        <translation> 倍</translation>
    </message>
    <message>
        <source>the usual</source>
        <translation>于平时</translation>
    </message>
    <message>
        <source>But never before</source>
        <translation>但不早于</translation>
    </message>
    <message>
        <source>However quick a route is. Too short makes an overload worse.</source>
        <translation>不论线路多快。太短会加重过载。</translation>
    </message>
    <message>
        <source>Ask anew when it broke off within</source>
        <translation>中断多快时重新提问</translation>
    </message>
    <message>
        <source>A longer answer is continued instead. Both keep what came.</source>
        <translation>更长的回答改为续写。两者都保留已收到的内容。</translation>
    </message>
    <message>
        <source>Ask before sending after</source>
        <translation>发送前询问</translation>
    </message>
    <message>
        <source>What waited longer in the outbox may not be wanted any more.</source>
        <translation>在发件箱等待更久的可能已不需要。</translation>
    </message>
    <message>
        <source>Time in the outbox before it asks</source>
        <translation>询问前在发件箱的时间</translation>
    </message>
    <message>
        <source>Each wait</source>
        <translation>每次等待</translation>
    </message>
    <message>
        <source>Kind of wait shown</source>
        <translation>显示的等待类型</translation>
    </message>
    <message>
        <source>All waits together</source>
        <translation>所有等待合计</translation>
    </message>
    <message>
        <source>The breaker, with these settings</source>
        <translation>使用这些设置的熔断器</translation>
    </message>
</context>
<context>
    <name>breakwater::RoomBars</name>
    <message>
        <source>Room left</source>
        <translation>剩余额度</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>breakwater::RoomChart</name>
    <message>
        <source>Room left under your limits</source>
        <translation>限额内的剩余额度</translation>
    </message>
</context>
<context>
    <name>breakwater::RoomList</name>
    <message>
        <source>%1 of %2 left</source>
        <translation>剩余 %1/%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 项，共 %2 项</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>重试预算</translation>
    </message>
    <message>
        <source>limits reset in %1</source>
        <translation>限额将在 %1 后重置</translation>
    </message>
</context>
<context>
    <name>breakwater::RouteCard</name>
    <message>
        <source>While the next route could answer, Breakwater waits this long for this one, and no longer.</source>
        <translation>在下一条线路可以回答时，Breakwater 对这一条最多等待这么久。</translation>
    </message>
    <message>
        <source>%1 after 1 try</source>
        <translation>%1，1 次后</translation>
    </message>
    <message>
        <source>%1 after %2 tries</source>
        <translation>%1，%2 次后</translation>
    </message>
    <message>
        <source>529</source>
        <translation>529</translation>
    </message>
    <message>
        <source>5xx</source>
        <translation>5xx</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>429</source>
        <translation>429</translation>
    </message>
    <message>
        <source>never moves on by itself</source>
        <translation>从不自行切换</translation>
    </message>
    <message>
        <source>Route %1 of %2, %3, worth a wait of %4 seconds</source>
        <translation>第 %1 条线路，共 %2 条，%3，最多等待 %4 秒</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move it.</source>
        <translation>按 Alt+Up 和 Alt+Down 移动。</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>拖动以移动</translation>
    </message>
    <message>
        <source>Worth a wait of</source>
        <translation>最多等待</translation>
    </message>
    <message>
        <source>No route comes after this one.</source>
        <translation>此后没有线路。</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>worth a wait of</source>
        <translation>最多等待</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>投入</translation>
    </message>
    <message>
        <source>As the model does</source>
        <translation>随模型</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>很高</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Move on when</source>
        <translation>切换条件</translation>
    </message>
    <message>
        <source>Overloaded (529)</source>
        <translation>过载 (529)</translation>
    </message>
    <message>
        <source>Server error (5xx)</source>
        <translation>服务器错误 (5xx)</translation>
    </message>
    <message>
        <source>The network fails</source>
        <translation>网络失败</translation>
    </message>
    <message>
        <source>Your own limit (429)</source>
        <translation>自己的限额 (429)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove route</source>
        <translation>移除线路</translation>
    </message>
</context>
<context>
    <name>breakwater::RouteChip</name>
    <message>
        <source>No route yet</source>
        <translation>还没有线路</translation>
    </message>
    <message>
        <source>and 1 fallback</source>
        <translation>和 1 条备用线路</translation>
    </message>
    <message>
        <source>and %1 fallbacks</source>
        <translation>和 %1 条备用线路</translation>
    </message>
    <message>
        <source>Model or chain: %1</source>
        <translation>模型或链：%1</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>%1 and 1 fallback</source>
        <translation>%1 和 1 条备用线路</translation>
    </message>
    <message>
        <source>%1 and %2 fallbacks</source>
        <translation>%1 和 %2 条备用线路</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>只用 %1</translation>
    </message>
    <message>
        <source>Change chains…</source>
        <translation>更改链…</translation>
    </message>
    <message>
        <source>Choose model or chain</source>
        <translation>选择模型或链</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1，然后 %2</translation>
    </message>
</context>
<context>
    <name>breakwater::RouteLanes</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>线路</translation>
    </message>
</context>
<context>
    <name>breakwater::RouteList</name>
    <message>
        <source>unknown provider</source>
        <translation>未知提供商</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1，关闭</translation>
    </message>
    <message>
        <source>%1, passed by: not encrypted, see Providers</source>
        <translation>%1，已跳过：未加密，见“提供商”</translation>
    </message>
    <message>
        <source>Unknown route</source>
        <translation>未知线路</translation>
    </message>
</context>
<context>
    <name>breakwater::RowDetail</name>
    <message>
        <source>%1, %2</source>
        <comment>a file and its size</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>由 %1 回答</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>It has no answer yet.</source>
        <translation>它还没有回答。</translation>
    </message>
    <message>
        <source>Nobody worked on it. It cost nothing.</source>
        <translation>它没有被处理，也没有产生费用。</translation>
    </message>
    <message>
        <source>Open as conversation</source>
        <translation>作为对话打开</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>提问内容</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>复制回答</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number and label of a row</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Earlier messages that go along: %1</source>
        <translation>一起发送的先前消息：%1</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>打开对话</translation>
    </message>
</context>
<context>
    <name>breakwater::RowProblemWords</name>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空的。</translation>
    </message>
    <message>
        <source>“%1” is larger than the %2 that an image may have.</source>
        <translation>“%1”超出图片允许的 %2。</translation>
    </message>
    <message>
        <source>“%1” is larger than the %2 that a request can carry.</source>
        <translation>“%1”超出一次请求能携带的 %2。</translation>
    </message>
    <message>
        <source>“%1” is neither text, a PDF nor an image that models read: PNG, JPEG, GIF or WebP.</source>
        <translation>“%1”既不是文本或 PDF，也不是模型能读的图片：PNG、JPEG、GIF 或 WebP。</translation>
    </message>
    <message>
        <source>“%1” is no PDF, whatever its name says.</source>
        <translation>“%1”不是 PDF，尽管名称如此。</translation>
    </message>
    <message>
        <source>“%1” is no text: its bytes are neither UTF-8 nor UTF-16.</source>
        <translation>“%1”不是文本：其字节既非 UTF-8 也非 UTF-16。</translation>
    </message>
    <message>
        <source>%1 has text behind a closing quote.</source>
        <translation>%1在结束引号之后还有文字。</translation>
    </message>
    <message>
        <source>%1 has one field instead of %2.</source>
        <translation>%1有 1 个字段，而应有 %2 个。</translation>
    </message>
    <message>
        <source>%1 has %2 fields instead of %3.</source>
        <translation>%1有 %2 个字段，而应有 %3 个。</translation>
    </message>
    <message>
        <source>%1 is no text: its bytes are not UTF-8.</source>
        <translation>%1不是文本：其字节不是 UTF-8。</translation>
    </message>
    <message>
        <source>%1 is no JSON.</source>
        <translation>%1不是 JSON。</translation>
    </message>
    <message>
        <source>%1 is JSON, but no object with names and values.</source>
        <translation>%1是 JSON，但不是带有名称和值的对象。</translation>
    </message>
    <message>
        <source>%1 is longer than a request may be.</source>
        <translation>%1超出一次请求允许的长度。</translation>
    </message>
    <message>
        <source>%1 has no value for {{%2}}.</source>
        <translation>%1没有 {{%2}} 的值。</translation>
    </message>
    <message>
        <source>%1 leaves the prompt empty.</source>
        <translation>%1使提示词为空。</translation>
    </message>
    <message>
        <source>%1 makes a request of %2, and a batch takes %3 at most.</source>
        <translation>%1产生的请求为 %2，而批次最多接受 %3。</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>文件第 %1 行</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>第 %1 个文件</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>From line %1 on the file cannot be read: %2.</source>
        <translation>从第 %1 行起无法读取文件：%2。</translation>
    </message>
    <message>
        <source>The file has no rows: nothing is in it, or its first line names no columns.</source>
        <translation>文件中没有行：它是空的，或首行没有列名。</translation>
    </message>
    <message>
        <source>Two columns are named “%1”. No row is read before each has a name of its own.</source>
        <translation>两列都名为“%1”。每列各有自己的名称之前，不会读取任何行。</translation>
    </message>
    <message>
        <source>The quote that line %1 opens is never closed. Nothing behind it is read.</source>
        <translation>文件第 %1 行开始的引号没有结束。其后的内容都不会读取。</translation>
    </message>
    <message>
        <source>%1 has about %2 tokens, and the model takes %3. It is asked all the same.</source>
        <translation>%1约有 %2 个 token，而模型接受 %3 个。仍会提问。</translation>
    </message>
    <message>
        <source>%1 It is left out.</source>
        <translation>%1它会被略去。</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>no columns</source>
        <translation>没有列</translation>
    </message>
    <message>
        <source>a name twice</source>
        <translation>名称重复</translation>
    </message>
    <message>
        <source>a quote not closed</source>
        <translation>引号没有结束</translation>
    </message>
    <message>
        <source>text behind a quote</source>
        <translation>引号之后有文字</translation>
    </message>
    <message>
        <source>too few fields</source>
        <translation>字段太少</translation>
    </message>
    <message>
        <source>too many fields</source>
        <translation>字段太多</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>no object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>nothing asked</source>
        <translation>没有提问</translation>
    </message>
    <message>
        <source>too many tokens</source>
        <translation>token 太多</translation>
    </message>
</context>
<context>
    <name>breakwater::RowTable</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
</context>
<context>
    <name>breakwater::RowView</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>breakwater::RowsChoice</name>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose files, one row each…</source>
        <translation>选择多个文件，每个一行…</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>正在读取各行</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>A CSV file whose first line names the columns, a JSONL file, or many texts, images and PDFs. They can be dropped here, too.</source>
        <translation>首行为列名的 CSV 文件、JSONL 文件，或多个文本、图片和 PDF。也可以拖放到这里。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 rows so far</source>
        <translation>至今 %1 行</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Files, one row each – Breakwater</source>
        <translation>文件，每个一行 – Breakwater</translation>
    </message>
    <message>
        <source>Rows of a batch – Breakwater</source>
        <translation>批次的行 – Breakwater</translation>
    </message>
    <message>
        <source>Rows (*.csv *.tsv *.jsonl *.ndjson *.json *.txt)</source>
        <translation>行 (*.csv *.tsv *.jsonl *.ndjson *.json *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>breakwater::RowsPreview</name>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Prompt of the chosen row</source>
        <translation>所选行的提示词</translation>
    </message>
    <message>
        <source>The first %1 rows</source>
        <translation>前 %1 行</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Row %1, %2, %3</source>
        <translation>第 %1 行，%2，%3</translation>
    </message>
</context>
<context>
    <name>breakwater::SamplingFields</name>
    <message>
        <source>by itself</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长回答</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> 个 token</translation>
    </message>
    <message>
        <source>0 says the likeliest, 1 and more surprises</source>
        <translation>0 给出最可能的词，1 及以上更出人意料</translation>
    </message>
    <message>
        <source>Draws among the likeliest words only</source>
        <translation>只在最可能的词中抽取</translation>
    </message>
    <message>
        <source>With the thinking</source>
        <translation>包含思考</translation>
    </message>
</context>
<context>
    <name>breakwater::SearchField</name>
    <message>
        <source>Empty the search</source>
        <translation>清空搜索</translation>
    </message>
    <message>
        <source>Filter the search</source>
        <translation>筛选搜索</translation>
    </message>
    <message>
        <source>The search is filtered</source>
        <translation>搜索已筛选</translation>
    </message>
</context>
<context>
    <name>breakwater::SendButton</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Other times to send</source>
        <translation>其他发送时间</translation>
    </message>
    <message>
        <source>Send now (%1)</source>
        <translation>立即发送 (%1)</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Send off-peak…</source>
        <translation>空闲时发送…</translation>
    </message>
    <message>
        <source>It has no hours yet</source>
        <translation>尚未设置时段</translation>
    </message>
    <message>
        <source>Send off-peak</source>
        <translation>空闲时发送</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Ctrl+Shift+Enter</translation>
    </message>
    <message>
        <source>Send as batch</source>
        <translation>作为批次发送</translation>
    </message>
    <message>
        <source>No model of this chain takes batches</source>
        <translation>此链中没有模型接受批次</translation>
    </message>
    <message>
        <source>%1, half price, answer within 24 hours</source>
        <translation>%1，半价，24 小时内回答</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Enter</source>
        <translation>Ctrl+Alt+Enter</translation>
    </message>
</context>
<context>
    <name>breakwater::SeriesCounter</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Hide in the charts</source>
        <translation>在图表中隐藏</translation>
    </message>
    <message>
        <source>Show in the charts</source>
        <translation>在图表中显示</translation>
    </message>
</context>
<context>
    <name>breakwater::SetAside</name>
    <message>
        <source>Broke off after one word.</source>
        <translation>一个词后中断。</translation>
    </message>
    <message>
        <source>Broke off after %1 words.</source>
        <translation>%1 个词后中断。</translation>
    </message>
    <message>
        <source>Asked again, but no answer came.</source>
        <translation>已重新提问，但没有回答。</translation>
    </message>
    <message>
        <source>Asked again below.</source>
        <translation>已在下方重新提问。</translation>
    </message>
</context>
<context>
    <name>breakwater::ShellCommand</name>
    <message>
        <source>New conversation</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Go to a conversation, command or setting</source>
        <translation>转到对话、命令或设置</translation>
    </message>
    <message>
        <source>Search in all conversations</source>
        <translation>在所有对话中搜索</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Conversation before</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>重命名对话</translation>
    </message>
    <message>
        <source>Instructions of the conversation</source>
        <translation>对话的指令</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Choose model or chain</source>
        <translation>选择模型或链</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>Use the next route now</source>
        <translation>立即使用下一条线路</translation>
    </message>
    <message>
        <source>Keep in the outbox</source>
        <translation>留在发件箱</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制最近的回答</translation>
    </message>
    <message>
        <source>Flight record of the last turn</source>
        <translation>最近提问的飞行记录</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Next place of what is looked for</source>
        <translation>下一处查找结果</translation>
    </message>
    <message>
        <source>Place before</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Text as large as it was made</source>
        <translation>文字恢复原始大小</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Outbox and batches</source>
        <translation>发件箱与批次</translation>
    </message>
    <message>
        <source>Weather panel</source>
        <translation>天气面板</translation>
    </message>
    <message>
        <source>Weather in its own window</source>
        <translation>在独立窗口中显示天气</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Part of the window before</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Use a prompt</source>
        <translation>使用提示词</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>新窗口</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新建批次</translation>
    </message>
</context>
<context>
    <name>breakwater::ShortcutField</name>
    <message>
        <source>Keys of “%1”: %2</source>
        <translation>“%1”的按键：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Press the new keys. Esc leaves them, Backspace takes them away.</source>
        <translation>请按新的按键。Esc 保持不变，Backspace 清除。</translation>
    </message>
    <message>
        <source>Press keys…</source>
        <translation>请按键…</translation>
    </message>
</context>
<context>
    <name>breakwater::ShownList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>breakwater::Sidebar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Hide the sidebar</source>
        <translation>隐藏侧边栏</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Filter the search</source>
        <translation>筛选搜索</translation>
    </message>
    <message>
        <source>There are older ones: type more words, or before: and a day.</source>
        <translation>还有更早的：多输入几个词，或 before: 加日期。</translation>
    </message>
    <message>
        <source>There are more: type more words, or after: and a day.</source>
        <translation>还有更多：多输入几个词，或 after: 加日期。</translation>
    </message>
    <message>
        <source>The last messages are still being indexed.</source>
        <translation>最近的消息仍在建立索引。</translation>
    </message>
    <message>
        <source>The messages could not be searched.</source>
        <translation>无法搜索消息。</translation>
    </message>
    <message>
        <source>No messages found</source>
        <translation>未找到消息</translation>
    </message>
    <message>
        <source>No title has “%1”.</source>
        <translation>没有标题包含“%1”。</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新搜索</translation>
    </message>
    <message>
        <source>Check the spelling, or search without the filters.</source>
        <translation>请检查拼写，或不用筛选搜索。</translation>
    </message>
    <message>
        <source>It is in no title and in no message. Check the spelling.</source>
        <translation>标题和消息中都没有。请检查拼写。</translation>
    </message>
    <message>
        <source>It is in no title. Check the spelling.</source>
        <translation>标题中没有。请检查拼写。</translation>
    </message>
    <message>
        <source>The oldest messages were not searched.</source>
        <translation>最早的消息没有搜索。</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>未找到“%1”</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>移除筛选</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>breakwater::SimulatorPage</name>
    <message>
        <source>Simulated weather</source>
        <translation>模拟天气</translation>
    </message>
    <message>
        <source>What the simulated provider does. Nothing is sent anywhere.</source>
        <translation>模拟提供商的行为。不向任何地方发送内容。</translation>
    </message>
    <message>
        <source>simulator fault injection test script storm</source>
        <translation>模拟器 故障注入 测试 脚本 风暴</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Weather script</source>
        <translation>天气脚本</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Which requests are refused, how, and when.</source>
        <translation>哪些请求被拒、如何被拒、何时被拒。</translation>
    </message>
    <message>
        <source> times</source>
        <translation> 倍</translation>
    </message>
    <message>
        <source>How fast the script goes; 1 is its own time.</source>
        <translation>脚本的速度；1 为其自身时间。</translation>
    </message>
    <message>
        <source>Open a weather script</source>
        <translation>打开天气脚本</translation>
    </message>
</context>
<context>
    <name>breakwater::SpellField</name>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>%1 languages</source>
        <translation>%1 种语言</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>breakwater::SpellMarks</name>
    <message>
        <source>No suggestion</source>
        <translation>没有建议</translation>
    </message>
    <message>
        <source>Add “%1” to the dictionary</source>
        <translation>将“%1”加入词典</translation>
    </message>
    <message>
        <source>Ignore for now</source>
        <translation>暂时忽略</translation>
    </message>
</context>
<context>
    <name>breakwater::StateFilter</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>哪些行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a state of rows, and how many are in it</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>breakwater::StatusList</name>
    <message>
        <source>Unknown: its page cannot be read</source>
        <translation>未知：无法读取其页面</translation>
    </message>
    <message>
        <source>All working</source>
        <translation>全部正常</translation>
    </message>
    <message>
        <source>Works less well than usual</source>
        <translation>不如平时</translation>
    </message>
    <message>
        <source>Partly down</source>
        <translation>部分故障</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Under maintenance</source>
        <translation>维护中</translation>
    </message>
    <message>
        <source>checked just now</source>
        <translation>刚刚检查</translation>
    </message>
    <message>
        <source>checked %1 min ago</source>
        <translation>%1 分钟前检查</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Now, %1</source>
        <translation>现在，%1</translation>
    </message>
    <message>
        <source>%1 to %2, resolved</source>
        <translation>%1 至 %2，已解决</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Provider status</source>
        <translation>提供商状态</translation>
    </message>
</context>
<context>
    <name>breakwater::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What was spent, and the limit for a day</source>
        <translation>已支出金额与每日上限</translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>发件箱为空</translation>
    </message>
    <message>
        <source>%1 in outbox</source>
        <translation>发件箱中 %1 个</translation>
    </message>
    <message>
        <source>%1% of your limit free</source>
        <translation>限额剩余 %1%</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>打开发件箱</translation>
    </message>
    <message>
        <source>1 batch under way</source>
        <translation>1 个批次进行中</translation>
    </message>
    <message>
        <source>%1 batches under way</source>
        <translation>%1 个批次进行中</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>breakwater::StoreWords</name>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Breakwater’s folder is not there.</source>
        <translation>Breakwater 的文件夹不存在。</translation>
    </message>
    <message>
        <source>Something else is in the place of Breakwater’s folder.</source>
        <translation>Breakwater 文件夹的位置有别的东西。</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>磁盘是只读的。</translation>
    </message>
    <message>
        <source>The disk does not work as it should.</source>
        <translation>磁盘工作不正常。</translation>
    </message>
    <message>
        <source>Breakwater’s folder cannot be written.</source>
        <translation>无法写入 Breakwater 的文件夹。</translation>
    </message>
    <message>
        <source>Another program holds Breakwater’s history.</source>
        <translation>其他程序占用了 Breakwater 的历史。</translation>
    </message>
    <message>
        <source>Breakwater’s history is damaged.</source>
        <translation>Breakwater 的历史已损坏。</translation>
    </message>
    <message>
        <source>Breakwater could not save this turn.</source>
        <translation>Breakwater 无法保存此提问。</translation>
    </message>
    <message>
        <source>About 20 MB is enough.</source>
        <translation>约 20 MB 即可。</translation>
    </message>
    <message>
        <source>Bring it back, or connect the disk that it is on.</source>
        <translation>请恢复它，或连接它所在的磁盘。</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>请移走它。</translation>
    </message>
    <message>
        <source>The disk has to be made writable, or connected again.</source>
        <translation>需要使磁盘可写，或重新连接。</translation>
    </message>
    <message>
        <source>The disk has to be repaired, or connected again.</source>
        <translation>需要修复磁盘，或重新连接。</translation>
    </message>
    <message>
        <source>It needs permission to write there.</source>
        <translation>需要那里的写入权限。</translation>
    </message>
    <message>
        <source>It is written when that program lets go.</source>
        <translation>该程序释放后写入。</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>系统提示：%1。</translation>
    </message>
    <message>
        <source>This answer is on screen but not saved.</source>
        <translation>此回答已显示但未保存。</translation>
    </message>
    <message>
        <source>What you see is on screen but not saved.</source>
        <translation>显示的内容尚未保存。</translation>
    </message>
    <message>
        <source>This turn was not sent. Your text is kept.</source>
        <translation>此提问没有发送。文字已保留。</translation>
    </message>
    <message>
        <source>Breakwater could not save a change.</source>
        <translation>Breakwater 无法保存一项更改。</translation>
    </message>
    <message>
        <source>Your last changes are on screen but not saved. Breakwater keeps them and tries again.</source>
        <translation>最近的更改已显示但未保存。Breakwater 保留它们并重试。</translation>
    </message>
    <message>
        <source>A newer Breakwater wrote your history.</source>
        <translation>历史由更新的 Breakwater 写入。</translation>
    </message>
    <message>
        <source>%1 wrote it; this program cannot read it. Nothing was changed. Update the program, or start it with another folder: breakwater --data FOLDER.</source>
        <translation>它由 %1 写入；本程序无法读取。没有更改任何内容。请更新程序，或用其他文件夹启动：breakwater --data FOLDER。</translation>
    </message>
    <message>
        <source>A later version</source>
        <translation>更高的版本</translation>
    </message>
    <message>
        <source>This version has to change the file, and makes a copy before. Nothing was changed.</source>
        <translation>此版本必须更改文件，并会先做副本。没有更改任何内容。</translation>
    </message>
    <message>
        <source>Your history could not be copied.</source>
        <translation>无法复制历史。</translation>
    </message>
    <message>
        <source>%1 The disk has no room for the copy: %2.</source>
        <translation>%1 磁盘没有容纳副本的空间：%2。</translation>
    </message>
    <message>
        <source>%1 is missing. Bring it back, or connect the disk that it is on, then try again. Nothing can be sent before.</source>
        <translation>缺少 %1。请恢复它或连接其所在磁盘，然后重试。在此之前无法发送。</translation>
    </message>
    <message>
        <source>A file is in the place of Breakwater’s folder.</source>
        <translation>Breakwater 文件夹的位置是一个文件。</translation>
    </message>
    <message>
        <source>%1 is a file. Move it away, then try again. Nothing can be sent before.</source>
        <translation>%1 是文件。请移走它，然后重试。在此之前无法发送。</translation>
    </message>
    <message>
        <source>A folder is in the place of Breakwater’s history.</source>
        <translation>Breakwater 历史的位置是一个文件夹。</translation>
    </message>
    <message>
        <source>%1 is a folder. Move it away, then try again. Nothing can be sent before.</source>
        <translation>%1 是文件夹。请移走它，然后重试。在此之前无法发送。</translation>
    </message>
    <message>
        <source>%1 is on it, and has to be writable. Your history is unchanged. Nothing can be sent before.</source>
        <translation>%1 位于其上，必须可写。历史没有改变。在此之前无法发送。</translation>
    </message>
    <message>
        <source>It needs permission to write in %1. Your history is unchanged. Nothing can be sent before.</source>
        <translation>需要 %1 的写入权限。历史没有改变。在此之前无法发送。</translation>
    </message>
    <message>
        <source>Your history cannot be opened without about 20 MB of room in %1. It is unchanged. Nothing can be sent before.</source>
        <translation>%1 中没有约 20 MB 空间就无法打开历史。它没有改变。在此之前无法发送。</translation>
    </message>
    <message>
        <source>Let it go of %1, then try again. Nothing can be sent before.</source>
        <translation>请让它释放 %1，然后重试。在此之前无法发送。</translation>
    </message>
    <message>
        <source>Your history is damaged and could not be mended.</source>
        <translation>历史已损坏，无法修复。</translation>
    </message>
    <message>
        <source>%1 is as it was. Nothing can be sent before.</source>
        <translation>%1 保持原样。在此之前无法发送。</translation>
    </message>
    <message>
        <source>Your history could not be opened.</source>
        <translation>无法打开历史。</translation>
    </message>
    <message>
        <source>Your history can be read, but nothing can be sent or changed before %1 can be written.</source>
        <translation>可以读取历史，但在 %1 可写之前无法发送或更改。</translation>
    </message>
    <message>
        <source>There is not enough room on that disk.</source>
        <translation>该磁盘空间不足。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有更改任何内容。</translation>
    </message>
    <message>
        <source>A newer Breakwater wrote that file.</source>
        <translation>该文件由更新的 Breakwater 写入。</translation>
    </message>
    <message>
        <source>Update the program to read it. Nothing was changed.</source>
        <translation>请更新程序以读取。没有更改任何内容。</translation>
    </message>
    <message>
        <source>That file is damaged, or no history of Breakwater.</source>
        <translation>该文件已损坏，或不是 Breakwater 的历史。</translation>
    </message>
    <message>
        <source>There is a history in that folder already.</source>
        <translation>该文件夹中已有历史。</translation>
    </message>
    <message>
        <source>Choose another folder. Nothing was changed.</source>
        <translation>请选择其他文件夹。没有更改任何内容。</translation>
    </message>
    <message>
        <source>Another program holds the history.</source>
        <translation>其他程序占用了历史。</translation>
    </message>
    <message>
        <source>Try again when it lets go. Nothing was changed.</source>
        <translation>该程序释放后重试。没有更改任何内容。</translation>
    </message>
    <message>
        <source>That folder cannot be written.</source>
        <translation>无法写入该文件夹。</translation>
    </message>
    <message>
        <source>Choose one where you may write. Nothing was changed.</source>
        <translation>请选择可写入的文件夹。没有更改任何内容。</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>操作没有成功。</translation>
    </message>
    <message>
        <source>The system says: %1. Nothing was changed.</source>
        <translation>系统提示：%1。没有更改任何内容。</translation>
    </message>
    <message>
        <source>%1 messages were read.</source>
        <translation>读取了 %1 条消息。</translation>
    </message>
    <message>
        <source>All %1 messages were read.</source>
        <translation>读取了全部 %1 条消息。</translation>
    </message>
    <message>
        <source>%1 of %2 messages were read.</source>
        <translation>读取了 %1 条消息，共 %2 条。</translation>
    </message>
    <message>
        <source>Your history was damaged, and is mended.</source>
        <translation>历史曾损坏，现已修复。</translation>
    </message>
    <message>
        <source>%1 The damaged file is kept at %2.</source>
        <translation>%1 损坏的文件保留在 %2。</translation>
    </message>
    <message>
        <source>Your settings could not be read.</source>
        <translation>无法读取你的设置。</translation>
    </message>
    <message>
        <source>Breakwater began with its usual ones. The damaged file is kept at %1.</source>
        <translation>Breakwater 已使用默认设置启动。损坏的文件保存在 %1。</translation>
    </message>
    <message>
        <source>Breakwater could not write this batch down.</source>
        <translation>Breakwater 无法保存此批次。</translation>
    </message>
    <message>
        <source>Nothing was sent. All that stands here is kept.</source>
        <translation>没有发送任何内容。这里的内容都会保留。</translation>
    </message>
</context>
<context>
    <name>breakwater::TestView</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Reached %1</source>
        <translation>已连上 %1</translation>
    </message>
    <message>
        <source>Did not reach the server</source>
        <translation>未连上服务器</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>安全连接</translation>
    </message>
    <message>
        <source>The connection is not secure</source>
        <translation>连接不安全</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>密钥已接受</translation>
    </message>
    <message>
        <source>The key was refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>Found 1 model</source>
        <translation>找到 1 个模型</translation>
    </message>
    <message>
        <source>Found %1 models</source>
        <translation>找到 %1 个模型</translation>
    </message>
    <message>
        <source>Gave no list of models</source>
        <translation>没有给出模型列表</translation>
    </message>
    <message>
        <source>Answered one short message</source>
        <translation>回答了一条短消息</translation>
    </message>
    <message>
        <source>Did not answer one short message</source>
        <translation>没有回答一条短消息</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>测试中…</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>重新测试</translation>
    </message>
    <message>
        <source>passed at %1</source>
        <translation>%1 通过</translation>
    </message>
    <message>
        <source>failed at %1</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Limits this key reports, each minute</source>
        <translation>此密钥报告的每分钟限额</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>Copy the request’s id</source>
        <translation>复制请求 ID</translation>
    </message>
</context>
<context>
    <name>breakwater::ThinkingFold</name>
    <message>
        <source>The provider tells no summary of it</source>
        <translation>提供商不提供其摘要</translation>
    </message>
    <message>
        <source>Hides what it thought</source>
        <translation>隐藏思考内容</translation>
    </message>
    <message>
        <source>Shows what it thought</source>
        <translation>显示思考内容</translation>
    </message>
</context>
<context>
    <name>breakwater::TlsWords</name>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <translation>%1 和另外 %2 项</translation>
    </message>
    <message>
        <source>an authority without a name</source>
        <translation>未命名的机构</translation>
    </message>
    <message>
        <source>Its certificate is signed by itself: nobody vouches for it. If the server is yours, give its certificate to the provider in Preferences.</source>
        <translation>其证书为自签名：无人担保。如果是自己的服务器，请在首选项中把证书交给该提供商。</translation>
    </message>
    <message>
        <source>Its certificate is issued by %1, which this system does not know. If that is your own network’s authority, give its certificate to the provider in Preferences.</source>
        <translation>其证书由 %1 签发，本系统不认识。如果是自己网络的机构，请在首选项中把其证书交给该提供商。</translation>
    </message>
    <message>
        <source>Its certificate ran out on %1. Whoever runs the server has to renew it.</source>
        <translation>其证书已于 %1 过期。须由服务器运营者更新。</translation>
    </message>
    <message>
        <source>Its certificate is valid from %1 on. Is this machine’s clock right?</source>
        <translation>其证书自 %1 起有效。本机时钟正确吗？</translation>
    </message>
    <message>
        <source>Its certificate is issued for %1, not for this address. Check the provider’s address.</source>
        <translation>其证书签发给 %1，而非此地址。请检查提供商的地址。</translation>
    </message>
    <message>
        <source>Its certificate was withdrawn by %1. Whoever runs the server has to replace it.</source>
        <translation>其证书已被 %1 撤销。须由服务器运营者更换。</translation>
    </message>
    <message>
        <source>Its certificate is not trusted.</source>
        <translation>其证书不受信任。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure.</source>
        <translation>与 %1 的连接不安全。</translation>
    </message>
    <message>
        <source>The certificates for %1 cannot be used.</source>
        <translation>无法使用 %1 的证书。</translation>
    </message>
    <message>
        <source>Who answers there does not encrypt. Does its address begin with http://, or is the port another one?</source>
        <translation>应答方没有加密。地址以 http:// 开头，还是端口不同？</translation>
    </message>
    <message>
        <source>No secure connection could be agreed on.</source>
        <translation>无法协商安全连接。</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted.</source>
        <translation>与 %1 的连接未加密。</translation>
    </message>
    <message>
        <source>Others on the way could read your turns and your key. Nothing is sent there before you agree to it in Preferences, Providers.</source>
        <translation>途中的人可能读到提问和密钥。在首选项的“提供商”中同意之前，不会向那里发送。</translation>
    </message>
    <message>
        <source>The file %1 is not there any more. Choose it again, or remove it.</source>
        <translation>文件 %1 已不存在。请重新选择或移除。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read. Check its permissions, or choose another.</source>
        <translation>无法读取文件 %1。请检查权限，或另选文件。</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate in PEM form (“-----BEGIN CERTIFICATE-----”). Choose another.</source>
        <translation>文件 %1 不含 PEM 格式的证书（“-----BEGIN CERTIFICATE-----”）。请另选文件。</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>颁发给</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>breakwater::TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>复制为纯文本</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行换行</translation>
    </message>
    <message>
        <source>Copy formula as TeX</source>
        <translation>将公式复制为 TeX</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy table as Markdown</source>
        <translation>将表格复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Copy message as plain text</source>
        <translation>将消息复制为纯文本</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>编辑问题</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提问</translation>
    </message>
    <message>
        <source>New conversation from here</source>
        <translation>从此处新建对话</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Waits its turn</source>
        <translation>排队等候</translation>
    </message>
    <message>
        <source>%1 is thinking, %2</source>
        <translation>%1 正在思考，%2</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>%1 is thinking</source>
        <translation>%1 正在思考</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 正在书写</translation>
    </message>
    <message>
        <source>%1 is writing, %2. Nothing came for %3.</source>
        <translation>%1 正在书写，%2。已有 %3 没有内容。</translation>
    </message>
    <message>
        <source>%1 is writing, %2</source>
        <translation>%1 正在书写，%2</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>answered by %1 after %2 attempts, %3</source>
        <translation>由 %1 在 %2 次尝试后回答，%3</translation>
    </message>
    <message>
        <source>answered by %1, %2</source>
        <translation>由 %1 回答，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, stopped</source>
        <translation>%1，已停止</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>Breakwater does not open %1</source>
        <translation>Breakwater 不打开 %1</translation>
    </message>
    <message>
        <source>This link leads elsewhere</source>
        <translation>此链接指向别处</translation>
    </message>
    <message>
        <source>It reads “%1”, but leads to %2.</source>
        <translation>它显示为“%1”，但指向 %2。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Do not wrap long lines of code</source>
        <translation>长代码行不换行</translation>
    </message>
    <message>
        <source>Wrap long lines of code</source>
        <translation>长代码行换行</translation>
    </message>
    <message>
        <source>Text %1 %</source>
        <translation>文字 %1%</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考中</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>思考了 %1</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>已思考</translation>
    </message>
    <message>
        <source>New text below</source>
        <translation>下方有新内容</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>What is above is not sent along</source>
        <translation>以上内容不会一起发送</translation>
    </message>
    <message>
        <source>answered by %1 in a batch, %2</source>
        <translation>由 %1 在批次中回答，%2</translation>
    </message>
</context>
<context>
    <name>breakwater::TransferDialog</name>
    <message>
        <source>Export – Breakwater</source>
        <translation>导出 – Breakwater</translation>
    </message>
    <message>
        <source>Import – Breakwater</source>
        <translation>导入 – Breakwater</translation>
    </message>
    <message>
        <source>Exports (*.zip *.json)</source>
        <translation>导出文件 (*.zip *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>导出“%1”</translation>
    </message>
    <message>
        <source>Export %1 conversations</source>
        <translation>导出 %1 个对话</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>JSON holds everything and can be imported again. The others hold what is shown.</source>
        <translation>JSON 包含一切，可重新导入。其他格式包含所显示的内容。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>An export of Breakwater, ChatGPT or Claude: its zip archive, its folder or its JSON file. Nothing that is here changes, and what was imported before is not added again.</source>
        <translation>Breakwater、ChatGPT 或 Claude 的导出：其 zip 压缩包、文件夹或 JSON 文件。现有内容不变，已导入过的不会重复添加。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>被略去的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>breakwater::TransferWords</name>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>No conversation of a known kind is in it. Choose an export of Breakwater, ChatGPT or Claude: its zip archive, its folder or its JSON file.</source>
        <translation>其中没有已知类型的对话。请选择 Breakwater、ChatGPT 或 Claude 的导出：其 zip 压缩包、文件夹或 JSON 文件。</translation>
    </message>
    <message>
        <source>The archive is encrypted. Unpack it with its password, and choose the folder.</source>
        <translation>压缩包已加密。请用密码解压，然后选择文件夹。</translation>
    </message>
    <message>
        <source>The archive is damaged. Download the export again.</source>
        <translation>压缩包已损坏。请重新下载导出。</translation>
    </message>
    <message>
        <source>The archive unpacks to far more than an export does. It was read no further.</source>
        <translation>压缩包解开后远大于一般导出。没有继续读取。</translation>
    </message>
    <message>
        <source>The file is of a newer Breakwater. Update this one, and import it again.</source>
        <translation>文件来自更新的 Breakwater。请更新本程序后重新导入。</translation>
    </message>
    <message>
        <source>The history could not be written.</source>
        <translation>无法写入历史。</translation>
    </message>
    <message>
        <source>1 conversation was added</source>
        <translation>添加了 1 个对话</translation>
    </message>
    <message>
        <source>%1 conversations were added</source>
        <translation>添加了 %1 个对话</translation>
    </message>
    <message>
        <source>1 went on</source>
        <translation>1 个有续</translation>
    </message>
    <message>
        <source>%1 went on</source>
        <translation>%1 个有续</translation>
    </message>
    <message>
        <source>1 was there already</source>
        <translation>1 个已存在</translation>
    </message>
    <message>
        <source>%1 were there already</source>
        <translation>%1 个已存在</translation>
    </message>
    <message>
        <source>Nothing was added</source>
        <translation>没有添加内容</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1, with 1 message.</source>
        <translation>%1，共 1 条消息。</translation>
    </message>
    <message>
        <source>%1, with %2 messages.</source>
        <translation>%1，共 %2 条消息。</translation>
    </message>
    <message>
        <source>is not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>is larger than what is read of one conversation</source>
        <translation>超出单个对话的读取上限</translation>
    </message>
    <message>
        <source>has no messages</source>
        <translation>没有消息</translation>
    </message>
    <message>
        <source>has the name of something else in the history</source>
        <translation>与历史中其他内容同名</translation>
    </message>
    <message>
        <source>is content of an unknown kind</source>
        <translation>是未知类型的内容</translation>
    </message>
    <message>
        <source>is named, but not in the export</source>
        <translation>被提及，但不在导出中</translation>
    </message>
    <message>
        <source>is a file that cannot go along with a question</source>
        <translation>是不能随提问附上的文件</translation>
    </message>
    <message>
        <source>is encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>ends in the midst of it</source>
        <translation>中途截断</translation>
    </message>
    <message>
        <source>Something without a name</source>
        <translation>未命名内容</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 项</translation>
    </message>
    <message>
        <source>Stopped. What is in stays.</source>
        <translation>已停止。已导入的保留。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>%1 conversations were written to %2.</source>
        <translation>%1 个对话已写入 %2。</translation>
    </message>
    <message>
        <source>The export could not be written: %1.</source>
        <translation>无法写入导出：%1。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Stopped. 1 conversation is written.</source>
        <translation>已停止。已写入 1 个对话。</translation>
    </message>
    <message>
        <source>Stopped. %1 conversations are written.</source>
        <translation>已停止。已写入 %1 个对话。</translation>
    </message>
</context>
<context>
    <name>breakwater::TrayIcon</name>
    <message>
        <source>Show Breakwater</source>
        <translation>显示 Breakwater</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Breakwater: %1</source>
        <translation>Breakwater：%1</translation>
    </message>
    <message>
        <source>Breakwater: %1, 1 turn waits</source>
        <translation>Breakwater：%1，1 个提问等待中</translation>
    </message>
    <message>
        <source>Breakwater: %1, %2 turns wait</source>
        <translation>Breakwater：%1，%2 个提问等待中</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Outbox (%1 waiting)</source>
        <translation>发件箱（%1 个等待中）</translation>
    </message>
    <message>
        <source>Weather: %1</source>
        <translation>天气：%1</translation>
    </message>
</context>
<context>
    <name>breakwater::UsageWords</name>
    <message>
        <source>%1 tokens read, %2 of them from the cache</source>
        <translation>读取 %1 个 token，其中 %2 个来自缓存</translation>
    </message>
    <message>
        <source>%1 tokens read</source>
        <translation>读取 %1 个 token</translation>
    </message>
    <message>
        <source>%1 written, %2 of them thinking</source>
        <translation>写出 %1 个，其中 %2 个用于思考</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>写出 %1 个</translation>
    </message>
    <message>
        <source>at no cost</source>
        <translation>免费</translation>
    </message>
</context>
<context>
    <name>breakwater::VersionNote</name>
    <message>
        <source>Another version of your question. What was there stays.</source>
        <translation>问题的另一版本。原有内容保留。</translation>
    </message>
    <message>
        <source>Leave the question as it was</source>
        <translation>保持问题原样</translation>
    </message>
</context>
<context>
    <name>breakwater::VersionStrip</name>
    <message>
        <source>Version before</source>
        <translation>上一版本</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一版本</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 项，共 %2 项</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
</context>
<context>
    <name>breakwater::WaitSumPreview</name>
    <message>
        <source>All waits together</source>
        <translation>所有等待合计</translation>
    </message>
    <message>
        <source>no wait</source>
        <translation>不等待</translation>
    </message>
    <message>
        <source>half within %1, nine in ten within %2, never over %3</source>
        <translation>半数在 %1 内，九成在 %2 内，不超过 %3</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>始终 %1</translation>
    </message>
    <message>
        <source>half within %1</source>
        <translation>半数在 %1 内</translation>
    </message>
    <message>
        <source>nine in ten within %1</source>
        <translation>九成在 %1 内</translation>
    </message>
</context>
<context>
    <name>breakwater::WaitText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>breakwater::WaitsChart</name>
    <message>
        <source>Wait before each retry, in seconds</source>
        <translation>每次重试前的等待，秒</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherChart</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherCharts</name>
    <message>
        <source>Wait before each retry</source>
        <translation>每次重试前的等待</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>剩余额度</translation>
    </message>
    <message>
        <source>per %1</source>
        <translation>每 %1</translation>
    </message>
    <message>
        <source>lowest in each %1</source>
        <translation>每 %1 的最低值</translation>
    </message>
    <message>
        <source>no provider told of a limit</source>
        <translation>没有提供商告知限额</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherFeed</name>
    <message>
        <source>a route that is gone</source>
        <translation>已不存在的线路</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherNews</name>
    <message>
        <source>A storm has begun.</source>
        <translation>风暴开始了。</translation>
    </message>
    <message>
        <source>Many requests are refused. Breakwater waits and moves to other routes; nothing is lost.</source>
        <translation>许多请求被拒。Breakwater 等待并转向其他线路；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The storm is over.</source>
        <translation>风暴结束了。</translation>
    </message>
    <message>
        <source>Answers come as usual again.</source>
        <translation>回答恢复正常。</translation>
    </message>
    <message>
        <source>What waits in the outbox goes now, a few turns at a time.</source>
        <translation>发件箱中等待的提问现在分批发出。</translation>
    </message>
    <message>
        <source>The outbox was sent.</source>
        <translation>发件箱已全部发出。</translation>
    </message>
    <message>
        <source>The turn that waited has its answer.</source>
        <translation>等待的提问已获回答。</translation>
    </message>
    <message>
        <source>%1 turns that waited have their answers.</source>
        <translation>%1 个等待的提问已获回答。</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherPage</name>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>Each attempt is kept for a week, and by the hour for a year. Nothing of it leaves this computer.</source>
        <translation>每次尝试保留一周，按小时汇总保留一年。这些都不离开本机。</translation>
    </message>
    <message>
        <source>status page notification storm prometheus metrics grafana port privacy</source>
        <translation>状态页 通知 风暴 prometheus 指标 grafana 端口 隐私</translation>
    </message>
    <message>
        <source>Port of the figures</source>
        <translation>数据端口</translation>
    </message>
    <message>
        <source>Read the providers’ status pages</source>
        <translation>读取提供商的状态页</translation>
    </message>
    <message>
        <source>While the weather is open or something fails, once a minute. No key goes along, and nothing that names you.</source>
        <translation>天气打开或出现失败时，每分钟一次。不带密钥，也不带任何身份信息。</translation>
    </message>
    <message>
        <source>A notification, when you are in another window.</source>
        <translation>当你在其他窗口时发出通知。</translation>
    </message>
    <message>
        <source>Tell when a storm begins</source>
        <translation>风暴开始时通知</translation>
    </message>
    <message>
        <source>Tell when a storm is over</source>
        <translation>风暴结束时通知</translation>
    </message>
    <message>
        <source>Tell when the outbox was sent</source>
        <translation>发件箱发完时通知</translation>
    </message>
    <message>
        <source>When the last turn that waited in it has its answer.</source>
        <translation>当其中最后一个等待的提问获得回答时。</translation>
    </message>
    <message>
        <source>Figures for Prometheus</source>
        <translation>Prometheus 数据</translation>
    </message>
    <message>
        <source>Counts, waits and room left, told to programs on this computer that ask 127.0.0.1 for /metrics.</source>
        <translation>计数、等待和剩余额度，提供给本机上向 127.0.0.1 请求 /metrics 的程序。</translation>
    </message>
    <message>
        <source>port</source>
        <translation>端口</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>%1 status: %2</source>
        <translation>%1 状态：%2</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>独立窗口</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the weather panel</source>
        <translation>关闭天气面板</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>剩余额度</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>回答者</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherStrip</name>
    <message>
        <source>Weather: %1. %2</source>
        <translation>天气：%1。%2</translation>
    </message>
    <message>
        <source>Weather (F9)
%1. %2</source>
        <translation>天气 (F9)
%1。%2</translation>
    </message>
    <message>
        <source>Nothing sent in 15 min</source>
        <translation>15 分钟内没有发送</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>网络已断开</translation>
    </message>
    <message>
        <source>%1, none refused in 15 min</source>
        <translation>%1，15 分钟内没有被拒</translation>
    </message>
    <message>
        <source>%1 (theirs)</source>
        <translation>%1（对方）</translation>
    </message>
    <message>
        <source>%1, in 15 min</source>
        <translation>%1，15 分钟内</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherTable</name>
    <message>
        <source>Weather as a table</source>
        <translation>天气表格</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherTableModel</name>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>half waited under</source>
        <translation>半数等待不到</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherWindow</name>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Weather – Breakwater</source>
        <translation>天气 – Breakwater</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Keep on top</source>
        <translation>保持在最前</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Provider status</source>
        <translation>提供商状态</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>剩余额度</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>所有提供商</translation>
    </message>
    <message>
        <source>Attempts of %1 as CSV…</source>
        <translation>将 %1 的尝试导出为 CSV…</translation>
    </message>
    <message>
        <source>Attempts of %1 as JSON…</source>
        <translation>将 %1 的尝试导出为 JSON…</translation>
    </message>
    <message>
        <source>Hours of a year as CSV…</source>
        <translation>将一年的小时数据导出为 CSV…</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>breakwater::WelcomePoster</name>
    <message>
        <source>Breakwater</source>
        <translation>Breakwater</translation>
    </message>
    <message>
        <source>Chat that stays calm
when the provider is not</source>
        <translation>提供商风急浪高
对话依然平静</translation>
    </message>
    <message>
        <source>If a model is overloaded, Breakwater waits, tries again and moves to another one. You see every step.</source>
        <translation>模型过载时，Breakwater 会等待、重试并切换到其他模型。每一步都看得见。</translation>
    </message>
</context>
<context>
    <name>breakwater::WelcomeView</name>
    <message>
        <source>Paste an Anthropic key</source>
        <translation>粘贴 Anthropic 密钥</translation>
    </message>
    <message>
        <source>Use Claude with your own account.</source>
        <translation>用自己的账户使用 Claude。</translation>
    </message>
    <message>
        <source>Use a local or compatible server</source>
        <translation>使用本地或兼容的服务器</translation>
    </message>
    <message>
        <source>Any server that speaks the OpenAI protocol, here or elsewhere.</source>
        <translation>任何支持 OpenAI 协议的服务器，本机或别处。</translation>
    </message>
    <message>
        <source>Look around without a key</source>
        <translation>无需密钥，先看看</translation>
    </message>
    <message>
        <source>A simulated provider with sample weather. Nothing is sent anywhere.</source>
        <translation>带示例天气的模拟提供商。不向任何地方发送内容。</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>稍后设置</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>先看看</translation>
    </message>
    <message>
        <source>Test and continue</source>
        <translation>测试并继续</translation>
    </message>
    <message>
        <source>How would you like to start?</source>
        <translation>想如何开始？</translation>
    </message>
    <message>
        <source>You can add others later in Preferences.</source>
        <translation>以后可在首选项中添加其他方式。</translation>
    </message>
    <message>
        <source>Anthropic key</source>
        <translation>Anthropic 密钥</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Where do I find a key?</source>
        <translation>在哪里获取密钥？</translation>
    </message>
    <message>
        <source>Kept for this session; Preferences can keep it longer.</source>
        <translation>仅本次会话保留；可在首选项中延长。</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>Address, for example http://localhost:8080</source>
        <translation>地址，例如 http://localhost:8080</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model, as the server names it</source>
        <translation>模型，按服务器的名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Key, if the server needs one</source>
        <translation>密钥，如果服务器需要</translation>
    </message>
    <message>
        <source>Not encrypted: others on the way could read your turns and your key. Nothing was sent. Agree above, or use an address with https://.</source>
        <translation>未加密：途中的人可能读到提问和密钥。没有发送任何内容。请在上方同意，或使用 https:// 地址。</translation>
    </message>
    <message>
        <source>This is no address. It needs http:// or https:// in front.</source>
        <translation>这不是地址。前面需要 http:// 或 https://。</translation>
    </message>
    <message>
        <source>Enter the server’s address first.</source>
        <translation>请先输入服务器地址。</translation>
    </message>
    <message>
        <source>The address needs http:// or https:// in front.</source>
        <translation>地址前面需要 http:// 或 https://。</translation>
    </message>
    <message>
        <source>The address names no server after http:// or https://.</source>
        <translation>地址在 http:// 或 https:// 之后没有服务器名。</translation>
    </message>
    <message>
        <source>The address has a user name or a password in it. Put the key into its own field.</source>
        <translation>地址包含用户名或密码。请把密钥填入单独的字段。</translation>
    </message>
    <message>
        <source>Name the model that the server offers.</source>
        <translation>请填写服务器提供的模型。</translation>
    </message>
    <message>
        <source>Send unencrypted to %1</source>
        <translation>以未加密方式发送到 %1</translation>
    </message>
</context>
<context>
    <name>breakwater::WhatIfView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Recorded time</source>
        <translation>记录的时间</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>With changes</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Extra wait, half of turns</source>
        <translation>额外等待，半数提问</translation>
    </message>
    <message>
        <source>Extra wait, slowest 5%</source>
        <translation>额外等待，最慢 5%</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>发送的请求</translation>
    </message>
    <message>
        <source>Left in outbox</source>
        <translation>留在发件箱</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>由谁回答</translation>
    </message>
    <message>
        <source>Answered, %</source>
        <translation>已回答，%</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Too little weather yet: 1 turn.</source>
        <translation>天气数据太少：1 个提问。</translation>
    </message>
    <message>
        <source>Too little weather yet: %1 turns.</source>
        <translation>天气数据太少：%1 个提问。</translation>
    </message>
    <message>
        <source>The last hour again, with these settings. %1 turns against recorded weather. Nothing is sent.</source>
        <translation>用这些设置重演最近一小时。%1 个提问对照记录的天气。不发送任何内容。</translation>
    </message>
    <message>
        <source>The last day again, with these settings. %1 turns against recorded weather. Nothing is sent.</source>
        <translation>用这些设置重演最近一天。%1 个提问对照记录的天气。不发送任何内容。</translation>
    </message>
    <message>
        <source>The last week again, with these settings. %1 turns against recorded weather. Nothing is sent.</source>
        <translation>用这些设置重演最近一周。%1 个提问对照记录的天气。不发送任何内容。</translation>
    </message>
    <message>
        <source>1 of %1 requests went where nothing was recorded; it is estimated.</source>
        <translation>%1 个请求中有 1 个没有记录可循；为估算。</translation>
    </message>
    <message>
        <source>%1 of %2 requests went where nothing was recorded; those are estimated.</source>
        <translation>%1 个请求没有记录可循，共 %2 个；为估算。</translation>
    </message>
    <message>
        <source>%1 answered, extra wait %2 for half of the turns, %3 for the slowest 5%, %4 requests, %5 left in the outbox</source>
        <translation>%1 已回答，半数提问额外等待 %2，最慢 5% 为 %3，%4 个请求，%5 个留在发件箱</translation>
    </message>
    <message>
        <source>Now: %1. With changes: %2.</source>
        <translation>现在：%1。更改后：%2。</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>现在：%1。</translation>
    </message>
    <message>
        <source>Now %1, with changes %2.</source>
        <translation>现在 %1，更改后 %2。</translation>
    </message>
    <message>
        <source>Now %1.</source>
        <translation>现在 %1。</translation>
    </message>
    <message>
        <source>No weather yet.</source>
        <translation>还没有天气。</translation>
    </message>
    <message>
        <source>Meeting the recorded weather again.</source>
        <translation>正在重演记录的天气。</translation>
    </message>
</context>
<context>
    <name>breakwater::batchlines</name>
    <message>
        <source>1 turn</source>
        <translation>1 个提问</translation>
    </message>
    <message>
        <source>%1 turns</source>
        <translation>%1 个提问</translation>
    </message>
    <message>
        <source>%1, ready since %2</source>
        <translation>%1，自 %2 起就绪</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>询问你</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>answers are coming</source>
        <translation>回答到达中</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>ends by %1</source>
        <translation>最迟 %1 结束</translation>
    </message>
</context>
<context>
    <name>breakwater::batchwords</name>
    <message>
        <source>The provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>此批次</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>第 %1 部分（共 %2 个部分）</translation>
    </message>
    <message>
        <source>%1 of %2 parts</source>
        <translation>全部 %2 个部分中的 %1 个</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 提示：%2</translation>
    </message>
    <message>
        <source>1 turn has no answer. It cost nothing.</source>
        <translation>1 个提问没有回答，也没有产生费用。</translation>
    </message>
    <message>
        <source>%1 turns have no answer. They cost nothing.</source>
        <translation>%1 个提问没有回答，也没有产生费用。</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 个已回答</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>%1 not sent</source>
        <translation>%1 个未发送</translation>
    </message>
    <message>
        <source>%1 under way</source>
        <translation>%1 个进行中</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>己方</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>It is not sent yet.</source>
        <translation>尚未发送。</translation>
    </message>
    <message>
        <source>It is being sent.</source>
        <translation>正在发送。</translation>
    </message>
    <message>
        <source>Whether %1 has it is not known yet. It is looked for there before it is sent again.</source>
        <translation>尚不知 %1 是否已收到。重新发送之前会先在那里查找。</translation>
    </message>
    <message>
        <source>%1 works on it, and tells how far it is only at the end.</source>
        <translation>%1 正在处理，最后才告知进度。</translation>
    </message>
    <message>
        <source>It is being cancelled. Answers that are there already still come.</source>
        <translation>正在取消。已有的回答仍会到达。</translation>
    </message>
    <message>
        <source>%1 is done with it. Its answers are being read.</source>
        <translation>%1 已处理完毕。正在读取回答。</translation>
    </message>
    <message>
        <source>All that came of it is here.</source>
        <translation>所有结果都在这里。</translation>
    </message>
    <message>
        <source>%1 did not take it. You decide what becomes of it.</source>
        <translation>%1 没有接受。如何处理由你决定。</translation>
    </message>
    <message>
        <source>%1 does not have it any more. You decide what becomes of it.</source>
        <translation>%1 那里已不存在。如何处理由你决定。</translation>
    </message>
    <message>
        <source>Part %1 of %2: %3</source>
        <translation>第 %1 部分（共 %2 个部分）：%3</translation>
    </message>
    <message>
        <source>%1 of %2 parts: %3</source>
        <translation>全部 %2 个部分中的 %1 个：%3</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>发送于 %1</translation>
    </message>
    <message>
        <source>%1, ready since %2</source>
        <translation>%1，自 %2 起就绪</translation>
    </message>
    <message>
        <source>%1, ends by %2</source>
        <translation>%1，最迟 %2 结束</translation>
    </message>
    <message>
        <source>next look in %1</source>
        <translation>%1 后再看</translation>
    </message>
    <message>
        <source>Its results can be read until %1</source>
        <translation>结果可读取至 %1</translation>
    </message>
    <message>
        <source>Its results could be read until %1</source>
        <translation>结果的读取期限已于 %1 结束</translation>
    </message>
    <message>
        <source>%1 did not take %2</source>
        <translation>%1 没有接受%2</translation>
    </message>
    <message>
        <source>Nothing of it was paid.</source>
        <translation>没有为此付费。</translation>
    </message>
    <message>
        <source>What is sent again may be paid twice.</source>
        <translation>重新发送的内容可能会重复付费。</translation>
    </message>
    <message>
        <source>The results of %1 are gone.</source>
        <translation>%1的结果已不存在。</translation>
    </message>
    <message>
        <source>%1 keeps them for 29 days.</source>
        <translation>%1 保留结果 29 天。</translation>
    </message>
    <message>
        <source>%1 has no results of %2.</source>
        <translation>%1 没有%2的结果。</translation>
    </message>
    <message>
        <source>%1 does not know %2 any more</source>
        <translation>%1 已不认识%2</translation>
    </message>
    <message>
        <source>It was deleted elsewhere, or this key is of another workspace.</source>
        <translation>它已在别处删除，或此密钥属于其他工作区。</translation>
    </message>
    <message>
        <source>This batch was cancelled.</source>
        <translation>此批次已取消。</translation>
    </message>
    <message>
        <source>This batch ended after 24 hours.</source>
        <translation>此批次在 24 小时后结束。</translation>
    </message>
    <message>
        <source>This batch ended before all of it was answered.</source>
        <translation>此批次在全部得到回答之前结束了。</translation>
    </message>
    <message>
        <source>The turn failed.</source>
        <translation>提问失败了。</translation>
    </message>
    <message>
        <source>All %1 turns failed.</source>
        <translation>全部 %1 个提问都失败了。</translation>
    </message>
    <message>
        <source>%1 of %2 turns failed.</source>
        <translation>%1 个提问失败，共 %2 个。</translation>
    </message>
    <message>
        <source>The other answers are ready.</source>
        <translation>其他回答已就绪。</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>重试 %1 个</translation>
    </message>
    <message>
        <source>Send %1 again</source>
        <translation>重新发送 %1 个</translation>
    </message>
    <message>
        <source>Cancel this batch?</source>
        <translation>取消此批次？</translation>
    </message>
    <message>
        <source>Rows that are answered already are kept and paid; the others end without an answer and cost nothing.</source>
        <translation>已回答的行会保留并计费；其他行没有回答，也不产生费用。</translation>
    </message>
    <message>
        <source>It has no answers.</source>
        <translation>它没有回答。</translation>
    </message>
    <message>
        <source>Its answer goes with it.</source>
        <translation>它的回答会一起删除。</translation>
    </message>
    <message>
        <source>Its %1 answers go with it.</source>
        <translation>它的 %1 个回答会一起删除。</translation>
    </message>
    <message>
        <source>Delete this batch?</source>
        <translation>删除此批次？</translation>
    </message>
    <message>
        <source>Conversations that were made of it stay.</source>
        <translation>由它生成的对话会保留。</translation>
    </message>
</context>
<context>
    <name>breakwater::offpeakwords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>现在，至 %1</translation>
    </message>
    <message>
        <source>Tonight between %1 and %2</source>
        <translation>今晚 %1 至 %2 之间</translation>
    </message>
    <message>
        <source>Between %1 and %2</source>
        <translation>%1 至 %2 之间</translation>
    </message>
    <message>
        <source>%1 between %2 and %3</source>
        <translation>%1 %2 至 %3 之间</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>breakwater::outboxwords</name>
    <message>
        <source>Interrupted</source>
        <translation>被打断</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>钥匙串已锁定</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>没有钥匙串</translation>
    </message>
    <message>
        <source>Kept by you</source>
        <translation>按要求保留</translation>
    </message>
    <message>
        <source>Retry budget empty</source>
        <translation>重试预算已空</translation>
    </message>
    <message>
        <source>Every route paused</source>
        <translation>所有线路暂停</translation>
    </message>
    <message>
        <source>Still wanted?</source>
        <translation>还需要吗？</translation>
    </message>
    <message>
        <source>Spend limit</source>
        <translation>支出上限</translation>
    </message>
    <message>
        <source>In line at the provider</source>
        <translation>在提供商处排队</translation>
    </message>
    <message>
        <source>Asked anew</source>
        <translation>已重新提问</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>没有线路</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>首次尝试</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>询问你</translation>
    </message>
    <message>
        <source>after the answer before it</source>
        <translation>在前一个回答之后</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>等你决定</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>answer is arriving</source>
        <translation>回答到达中</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>%1 后尝试</translation>
    </message>
    <message>
        <source>next look in %1</source>
        <translation>%1 后再看</translation>
    </message>
    <message>
        <source>The turn before it in this conversation is still under way.</source>
        <translation>此对话中前一个提问仍在进行。</translation>
    </message>
    <message>
        <source>Breakwater ended while this turn was under way. Whether it arrived is not known, so you decide.</source>
        <translation>此提问进行中时 Breakwater 退出了。不知是否送达，由你决定。</translation>
    </message>
    <message>
        <source>This turn goes when there is room.</source>
        <translation>有空位时发出此提问。</translation>
    </message>
    <message>
        <source>You kept it here.</source>
        <translation>按要求留在这里。</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>正在途中。</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>1 attempt</source>
        <translation>1 次尝试</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 次尝试</translation>
    </message>
    <message>
        <source>%1 on 1 route</source>
        <translation>%1，1 条线路</translation>
    </message>
    <message>
        <source>%1 on %2 routes</source>
        <translation>%1，%2 条线路</translation>
    </message>
    <message>
        <source>Waits for calm weather</source>
        <translation>等待平静天气</translation>
    </message>
    <message>
        <source>Missed its hours</source>
        <translation>错过时段</translation>
    </message>
    <message>
        <source>No off-peak hours</source>
        <translation>没有空闲时段</translation>
    </message>
    <message>
        <source>in line</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Batch ended</source>
        <translation>批次已结束</translation>
    </message>
    <message>
        <source>Takes no batches</source>
        <translation>不接受批次</translation>
    </message>
    <message>
        <source>leaves its batch</source>
        <translation>正在离开批次</translation>
    </message>
    <message>
        <source>within 24 hours</source>
        <translation>24 小时内</translation>
    </message>
    <message>
        <source>A batch answers it within 24 hours, at half the price. The answer comes into its conversation.</source>
        <translation>由批次在 24 小时内回答，半价。回答会进入它的对话。</translation>
    </message>
</context>
<context>
    <name>breakwater::weatherwords</name>
    <message>
        <source>The provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>晴朗</translation>
    </message>
    <message>
        <source>Choppy</source>
        <translation>风浪</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>风暴</translation>
    </message>
    <message>
        <source>No signal</source>
        <translation>无信号</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>You are offline. Turns wait in the outbox.</source>
        <translation>网络已断开。提问在发件箱等待。</translation>
    </message>
    <message>
        <source>%1 is paused. Other routes of its chain go on.</source>
        <translation>%1 已暂停。其链中的其他线路继续。</translation>
    </message>
    <message>
        <source>Nothing was sent in the last 15 minutes.</source>
        <translation>最近 15 分钟没有发送。</translation>
    </message>
    <message>
        <source>%1, none refused in 15 min.</source>
        <translation>%1，15 分钟内没有被拒。</translation>
    </message>
    <message>
        <source>Your limits are fine.</source>
        <translation>自己的限额正常。</translation>
    </message>
    <message>
        <source>You also reached your own limit.</source>
        <translation>也达到了自己的限额。</translation>
    </message>
    <message>
        <source>You reached your own limit. %1 is fine.</source>
        <translation>已达到自己的限额。%1 正常。</translation>
    </message>
    <message>
        <source>You reached your own limit. %1 has trouble too.</source>
        <translation>已达到自己的限额。%1 也有问题。</translation>
    </message>
    <message>
        <source>%1 is overloaded. %2</source>
        <translation>%1 过载。%2</translation>
    </message>
    <message>
        <source>%1 has server errors. %2</source>
        <translation>%1 有服务器错误。%2</translation>
    </message>
    <message>
        <source>The connection to %1 drops. %2</source>
        <translation>与 %1 的连接中断。%2</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>429 yours</source>
        <translation>429 己方</translation>
    </message>
    <message>
        <source>529 theirs</source>
        <translation>529 对方</translation>
    </message>
    <message>
        <source>5xx error</source>
        <translation>5xx 错误</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>429, your limit, your side</source>
        <translation>429，自己的限额，己方</translation>
    </message>
    <message>
        <source>529, overloaded, provider’s side</source>
        <translation>529，过载，提供商一方</translation>
    </message>
    <message>
        <source>5xx, server error, provider’s side</source>
        <translation>5xx，服务器错误，提供商一方</translation>
    </message>
    <message>
        <source>network, nothing came back</source>
        <translation>网络，没有返回内容</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 个已回答</translation>
    </message>
    <message>
        <source>%1 at your limit</source>
        <translation>%1 个达到自己的限额</translation>
    </message>
    <message>
        <source>%1 overloaded</source>
        <translation>%1 个过载</translation>
    </message>
    <message>
        <source>%1 server error</source>
        <translation>%1 个服务器错误</translation>
    </message>
    <message>
        <source>%1 server errors</source>
        <translation>%1 个服务器错误</translation>
    </message>
    <message>
        <source>%1 network</source>
        <translation>%1 个网络</translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>没有发送</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>30 s</source>
        <translation>30 秒</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 分钟</translation>
    </message>
    <message>
        <source>2 h</source>
        <translation>2 小时</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>429, your limit</source>
        <translation>429，自己的限额</translation>
    </message>
    <message>
        <source>529, overloaded</source>
        <translation>529，过载</translation>
    </message>
    <message>
        <source>5xx, server error</source>
        <translation>5xx，服务器错误</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>%1 now.</source>
        <translation>当前：%1。</translation>
    </message>
    <message>
        <source>%1 No storm in %2.</source>
        <translation>%1 %2 内没有风暴。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 One storm today, %2</source>
        <translation>%1 今天一次风暴，%2</translation>
    </message>
    <message>
        <source>%1 One storm, %2</source>
        <translation>%1 一次风暴，%2</translation>
    </message>
    <message>
        <source>%1 %2 storms, the worst %3</source>
        <translation>%1 %2 次风暴，最重的 %3</translation>
    </message>
    <message>
        <source>%1 of %2 turns are answered so far.</source>
        <translation>至今回答了 %1 个提问，共 %2 个。</translation>
    </message>
    <message>
        <source>%1 of %2 turns were still answered.</source>
        <translation>仍回答了 %1 个提问，共 %2 个。</translation>
    </message>
    <message>
        <source>The one turn in it was still answered.</source>
        <translation>其中唯一的提问仍获回答。</translation>
    </message>
    <message>
        <source>The one turn in it was not answered.</source>
        <translation>其中唯一的提问未获回答。</translation>
    </message>
    <message>
        <source>A route was paused. %1</source>
        <translation>有一条线路暂停。%1</translation>
    </message>
    <message>
        <source>You reached your own limit. %1</source>
        <translation>达到了自己的限额。%1</translation>
    </message>
    <message>
        <source>%1 was overloaded. %2</source>
        <translation>%1 过载。%2</translation>
    </message>
    <message>
        <source>%1 had server errors. %2</source>
        <translation>%1 有服务器错误。%2</translation>
    </message>
    <message>
        <source>The connection to %1 dropped. %2</source>
        <translation>与 %1 的连接断开。%2</translation>
    </message>
    <message>
        <source>Flowing</source>
        <translation>通畅</translation>
    </message>
    <message>
        <source>Paused, %1</source>
        <translation>暂停，%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
</context>
</TS>
