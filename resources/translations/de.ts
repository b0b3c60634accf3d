<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CodePart</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>MessageLayout</name>
    <message>
        <source>continued here</source>
        <translation>hier fortgesetzt</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerBadge</name>
    <message>
        <source>Open the flight record</source>
        <translation>Flugprotokoll öffnen</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerBars</name>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerFooter</name>
    <message>
        <source>Copy answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Neu fragen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show what came</source>
        <translation>Zeigen, was ankam</translation>
    </message>
    <message>
        <source>Hide what came</source>
        <translation>Verbergen, was ankam</translation>
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
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerSpeaker</name>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörtern</translation>
    </message>
    <message>
        <source>The answer ended early, after %1.</source>
        <translation>Die Antwort endete vorzeitig, nach %1.</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>Answer complete, %1, by %2 after %3 attempts.</source>
        <translation>Antwort vollständig, %1, von %2 nach %3 Versuchen.</translation>
    </message>
    <message>
        <source>Answer complete, %1, by %2.</source>
        <translation>Antwort vollständig, %1, von %2.</translation>
    </message>
</context>
<context>
    <name>breakwater::AnswerTimes</name>
    <message>
        <source>half within</source>
        <translation>die Hälfte binnen</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95&#xa0;% binnen</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Ganze Antwort</translation>
    </message>
    <message>
        <source>Times of answers</source>
        <translation>Antwortzeiten</translation>
    </message>
    <message>
        <source>First token: half within %1, 95 % within %2. Whole answer: half within %3, 95 % within %4</source>
        <translation>Erstes Token: die Hälfte binnen %1, 95&#xa0;% binnen %2. Ganze Antwort: die Hälfte binnen %3, 95&#xa0;% binnen %4</translation>
    </message>
</context>
<context>
    <name>breakwater::AnsweredChart</name>
    <message>
        <source>Answered, %</source>
        <translation>Beantwortet, %</translation>
    </message>
</context>
<context>
    <name>breakwater::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Charts and code follow.</source>
        <translation>Diagramme und Code folgen.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Black and white, with wide borders.</source>
        <translation>Schwarz und Weiß, mit breiten Rändern.</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>Of everything, from 85 to 150 %.</source>
        <translation>Von allem, von 85 bis 150&#xa0;%.</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Countdowns show digits only, and nothing blinks.</source>
        <translation>Countdowns zeigen nur Ziffern, und nichts blinkt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>How Breakwater looks.</source>
        <translation>Wie Breakwater aussieht.</translation>
    </message>
    <message>
        <source>theme dark light colour contrast font zoom motion animation</source>
        <translation>thema dunkel hell farbe kontrast schrift zoom bewegung animation</translation>
    </message>
</context>
<context>
    <name>breakwater::AskCommand</name>
    <message>
        <source>%1 is not encrypted: others on the way could read the prompt and the key. Nothing was sent. Add --unencrypted to send all the same.</source>
        <translation>%1 ist nicht verschlüsselt: Andere auf dem Weg könnten die Frage und den Schlüssel lesen. Nichts wurde gesendet. Mit --unencrypted wird trotzdem gesendet.</translation>
    </message>
    <message>
        <source>There is no key for %1. Set ANTHROPIC_API_KEY.</source>
        <translation>Für %1 gibt es keinen Schlüssel. ANTHROPIC_API_KEY setzen.</translation>
    </message>
    <message>
        <source>There is no provider yet. Set ANTHROPIC_API_KEY, start the window once, or try --weather clear.</source>
        <translation>Es gibt noch keinen Anbieter. ANTHROPIC_API_KEY setzen, einmal das Fenster starten oder --weather clear versuchen.</translation>
    </message>
    <message>
        <source>No provider is set up. Start the window once, or set ANTHROPIC_API_KEY.</source>
        <translation>Kein Anbieter ist eingerichtet. Einmal das Fenster starten oder ANTHROPIC_API_KEY setzen.</translation>
    </message>
    <message>
        <source>The prompt is empty. Nothing was sent.</source>
        <translation>Die Frage ist leer. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This turn is in the outbox. It goes when Breakwater runs and a route flows.</source>
        <translation>Diese Frage ist im Postausgang. Sie geht, wenn Breakwater läuft und eine Route fließt.</translation>
    </message>
    <message>
        <source>No route is set up that could answer.</source>
        <translation>Keine Route ist eingerichtet, die antworten könnte.</translation>
    </message>
</context>
<context>
    <name>breakwater::AttachmentRow</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
</context>
<context>
    <name>breakwater::AttachmentWords</name>
    <message>
        <source>1 page, %1</source>
        <translation>1 Seite, %1</translation>
    </message>
    <message>
        <source>%1 pages, %2</source>
        <translation>%1 Seiten, %2</translation>
    </message>
    <message>
        <source>The PDFs of this turn have %1 pages. The models of this chain read %2 at once at most.</source>
        <translation>Die PDFs dieser Frage haben %1 Seiten. Die Modelle dieser Kette lesen höchstens %2 auf einmal.</translation>
    </message>
    <message>
        <source>With “%1” the PDFs of this turn have %2 pages. The models of this chain read %3 at once at most.</source>
        <translation>Mit „%1“ haben die PDFs dieser Frage %2 Seiten. Die Modelle dieser Kette lesen höchstens %3 auf einmal.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>“%1” has %2. An image may have %3 at most.</source>
        <translation>„%1“ hat %2. Ein Bild darf höchstens %3 haben.</translation>
    </message>
    <message>
        <source>“%1” has %2. A turn can carry %3 at most.</source>
        <translation>„%1“ hat %2. Eine Frage kann höchstens %3 mitnehmen.</translation>
    </message>
    <message>
        <source>“%1” is neither text, a PDF nor an image that models read: PNG, JPEG, GIF or WebP.</source>
        <translation>„%1“ ist weder Text noch PDF noch ein Bild, das Modelle lesen: PNG, JPEG, GIF oder WebP.</translation>
    </message>
    <message>
        <source>“%1” is no PDF, whatever its name says.</source>
        <translation>„%1“ ist kein PDF, was immer sein Name sagt.</translation>
    </message>
    <message>
        <source>“%1” is no text: its bytes are neither UTF-8 nor UTF-16.</source>
        <translation>„%1“ ist kein Text: Seine Bytes sind weder UTF-8 noch UTF-16.</translation>
    </message>
    <message>
        <source>With “%1” the attachments have %2. A turn can carry %3 at most.</source>
        <translation>Mit „%1“ haben die Anhänge %2. Eine Frage kann höchstens %3 mitnehmen.</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchAnswerer</name>
    <message>
        <source>Nobody here takes batches: of all providers that Breakwater speaks with, only Anthropic’s API has them. The others can be asked off-peak, from the arrow beside Send.</source>
        <translation>Hier nimmt niemand Stapel an: Von allen Anbietern, mit denen Breakwater spricht, hat sie nur die API von Anthropic. Die anderen lassen sich in der Nebenzeit fragen, über den Pfeil neben „Senden“.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Nothing: the model answers as it does by itself</source>
        <translation>Nichts: Das Modell antwortet, wie es von selbst antwortet</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>Wie es antwortet</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 takes neither temperature nor top p. Rows are asked without them.</source>
        <translation>%1 nimmt weder Temperatur noch Top p. Zeilen gehen ohne sie dorthin.</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchColumns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Put %1 into the prompt</source>
        <translation>%1 in den Prompt einfügen</translation>
    </message>
    <message>
        <source>%1 more…</source>
        <translation>%1 weitere…</translation>
    </message>
    <message>
        <source>%1 more columns</source>
        <translation>%1 weitere Spalten</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchDetail</name>
    <message>
        <source>Open answers</source>
        <translation>Antworten öffnen</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Asks the provider how far it is</source>
        <translation>Fragt den Anbieter nach dem Stand</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Made at %1, for %2</source>
        <translation>Angelegt um %1, für %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. The provider says what came of it only at the end.</source>
        <translation>%1. Was daraus wurde, sagt der Anbieter erst am Ende.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>%1, half of what it costs otherwise</source>
        <translation>%1, die Hälfte des sonstigen Preises</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Nothing, or its price is not known</source>
        <translation>Nichts, oder der Preis ist nicht bekannt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchHead</name>
    <message>
        <source>Rename this batch</source>
        <translation>Diesen Stapel umbenennen</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Cancel batch</source>
        <translation>Stapel abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Delete this batch</source>
        <translation>Diesen Stapel löschen</translation>
    </message>
    <message>
        <source>Name of this batch</source>
        <translation>Name dieses Stapels</translation>
    </message>
    <message>
        <source>Ask the provider how far it is</source>
        <translation>Den Anbieter nach dem Stand fragen</translation>
    </message>
    <message>
        <source>Write the rows to a file</source>
        <translation>Die Zeilen in eine Datei schreiben</translation>
    </message>
</context>
<context>
    <name>breakwater::BatchWindow</name>
    <message>
        <source>Search rows and answers</source>
        <translation>Zeilen und Antworten durchsuchen</translation>
    </message>
    <message>
        <source>Batch: %1</source>
        <translation>Stapel: %1</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>This batch is not here any more</source>
        <translation>Dieser Stapel ist nicht mehr da</translation>
    </message>
    <message>
        <source>It was deleted, with its answers.</source>
        <translation>Er wurde gelöscht, mit seinen Antworten.</translation>
    </message>
    <message>
        <source>The rows could not be read</source>
        <translation>Die Zeilen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Es wird gesucht…</translation>
    </message>
    <message>
        <source>All answers are looked through.</source>
        <translation>Alle Antworten werden durchgesehen.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nichts gefunden für „%1“</translation>
    </message>
    <message>
        <source>It is looked for in rows and in their answers.</source>
        <translation>Gesucht wird in Zeilen und in ihren Antworten.</translation>
    </message>
    <message>
        <source>No such rows</source>
        <translation>Keine solchen Zeilen</translation>
    </message>
    <message>
        <source>Answers come here when the provider is done with them.</source>
        <translation>Antworten kommen hierher, wenn der Anbieter mit ihnen fertig ist.</translation>
    </message>
    <message>
        <source>No row is in this state.</source>
        <translation>Keine Zeile ist in diesem Zustand.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cancel batch</source>
        <translation>Stapel abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Rows shown (%1) as CSV…</source>
        <translation>Gezeigte Zeilen (%1) als CSV…</translation>
    </message>
    <message>
        <source>Rows shown (%1) as JSONL…</source>
        <translation>Gezeigte Zeilen (%1) als JSONL…</translation>
    </message>
    <message>
        <source>All rows as CSV…</source>
        <translation>Alle Zeilen als CSV…</translation>
    </message>
    <message>
        <source>All rows as JSONL…</source>
        <translation>Alle Zeilen als JSONL…</translation>
    </message>
    <message>
        <source>Export the rows</source>
        <translation>Die Zeilen exportieren</translation>
    </message>
    <message>
        <source>Writing the rows…</source>
        <translation>Die Zeilen werden geschrieben…</translation>
    </message>
    <message>
        <source>1 row is at %1.</source>
        <translation>1 Zeile liegt in %1.</translation>
    </message>
    <message>
        <source>%1 rows are at %2.</source>
        <translation>%1 Zeilen liegen in %2.</translation>
    </message>
</context>
<context>
    <name>breakwater::BreakerPreview</name>
    <message>
        <source>1 failure</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 failures</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>The breaker, with these settings</source>
        <translation>Der Schutzschalter mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>paused %1, then a test</source>
        <translation>%1 pausiert, dann ein Test</translation>
    </message>
    <message>
        <source>flowing</source>
        <translation>fließt</translation>
    </message>
    <message>
        <source>paused %1</source>
        <translation>%1 pausiert</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>never paused</source>
        <translation>nie pausiert</translation>
    </message>
</context>
<context>
    <name>breakwater::CertificateRow</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>The system’s own</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>A file with the certificates of authorities that this server may be vouched for by, besides those that the system knows. For a network or a server of your own.</source>
        <translation>Eine Datei mit den Zertifikaten von Stellen, die für diesen Server bürgen dürfen, neben denen, die das System kennt. Für ein eigenes Netz oder einen eigenen Server.</translation>
    </message>
    <message>
        <source>Nothing is sent meanwhile.</source>
        <translation>Solange wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Trusted besides the system’s own: %1</source>
        <translation>Neben denen des Systems vertraut: %1</translation>
    </message>
    <message>
        <source>%1 certificates, trusted besides the system’s own</source>
        <translation>%1 Zertifikate, neben denen des Systems vertraut</translation>
    </message>
    <message>
        <source>Choose certificates</source>
        <translation>Zertifikate wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>breakwater::CertificateView</name>
    <message>
        <source>Show certificate</source>
        <translation>Zertifikat zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Hide certificate</source>
        <translation>Zertifikat verbergen</translation>
    </message>
</context>
<context>
    <name>breakwater::ChainPage</name>
    <message>
        <source>Fallback chain</source>
        <translation>Ausweichkette</translation>
    </message>
    <message>
        <source>Breakwater asks the first route that can answer, from top to bottom, and moves on when waiting costs more than a route is worth.</source>
        <translation>Breakwater fragt die erste Route, die antworten kann, von oben nach unten, und zieht weiter, wenn Warten mehr kostet, als eine Route wert ist.</translation>
    </message>
    <message>
        <source>route model order worth wait up to move on 529 overloaded server error network 429 outbox what if</source>
        <translation>route modell reihenfolge wert warten weiterziehen 529 überlastet serverfehler netzwerk 429 postausgang was wäre wenn</translation>
    </message>
    <message>
        <source>No route yet. Add the model that you want answers from first.</source>
        <translation>Noch keine Route. Zuerst das Modell hinzufügen, von dem Antworten kommen sollen.</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Name of the chain</source>
        <translation>Name der Kette</translation>
    </message>
    <message>
        <source>Delete chain</source>
        <translation>Kette löschen</translation>
    </message>
    <message>
        <source>New chain</source>
        <translation>Neue Kette</translation>
    </message>
    <message>
        <source>Add route</source>
        <translation>Route hinzufügen</translation>
    </message>
    <message>
        <source>Rename chain</source>
        <translation>Kette umbenennen</translation>
    </message>
    <message>
        <source>Provider of the new route</source>
        <translation>Anbieter der neuen Route</translation>
    </message>
    <message>
        <source>Model of the new route</source>
        <translation>Modell der neuen Route</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>If every route fails</source>
        <translation>Wenn jede Route ausfällt</translation>
    </message>
    <message>
        <source>Keep in outbox</source>
        <translation>Im Postausgang behalten</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (Vorgabe)</translation>
    </message>
    <message>
        <source>Name a model, for example claude-sonnet-5-5.</source>
        <translation>Ein Modell nennen, zum Beispiel claude-sonnet-5-5.</translation>
    </message>
</context>
<context>
    <name>breakwater::ChartTip</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Half of the retries waited under %1.</source>
        <translation>Die Hälfte der Wiederholungen wartete unter %1.</translation>
    </message>
    <message>
        <source>%1 was paused for %2.</source>
        <translation>%1 war %2 pausiert.</translation>
    </message>
</context>
<context>
    <name>breakwater::CommandPalette</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to a conversation, command or setting</source>
        <translation>Zu Unterhaltung, Befehl oder Einstellung gehen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Search the messages for “%1”</source>
        <translation>Nachrichten nach „%1“ durchsuchen</translation>
    </message>
</context>
<context>
    <name>breakwater::Composer</name>
    <message>
        <source>about 1 token</source>
        <translation>etwa 1 Token</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>etwa %1 Token</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Eingabefeld</translation>
    </message>
    <message>
        <source>Pasted text.txt</source>
        <translation>Eingefügter Text.txt</translation>
    </message>
    <message>
        <source>Write a message. It waits its turn.</source>
        <translation>Nachricht schreiben. Sie wartet, bis sie an der Reihe ist.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>Counted by the provider, the conversation with it</source>
        <translation>Vom Anbieter gezählt, mit der Unterhaltung</translation>
    </message>
    <message>
        <source>Goes when the files are read</source>
        <translation>Geht, wenn die Dateien gelesen sind</translation>
    </message>
    <message>
        <source>%1, %2 to read</source>
        <translation>%1, %2 zu lesen</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>“%1” is a folder. Its files can go along one by one.</source>
        <translation>„%1“ ist ein Ordner. Seine Dateien können einzeln mitgehen.</translation>
    </message>
    <message>
        <source>“%1” is no file that can be read.</source>
        <translation>„%1“ ist keine lesbare Datei.</translation>
    </message>
    <message>
        <source>Pasted image.png</source>
        <translation>Eingefügtes Bild.png</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Drop to attach</source>
        <translation>Loslassen zum Anhängen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>None of these models takes batches. They are for Anthropic’s own models; others can be sent off-peak.</source>
        <translation>Keines dieser Modelle nimmt Stapel an. Es gibt sie für die eigenen Modelle von Anthropic; an andere lässt sich in der Nebenzeit senden.</translation>
    </message>
</context>
<context>
    <name>breakwater::ComposerEdit</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>breakwater::ConnectionTest</name>
    <message>
        <source>The answer is not a list of models. Is the address right?</source>
        <translation>Die Antwort ist keine Liste von Modellen. Stimmt die Adresse?</translation>
    </message>
</context>
<context>
    <name>breakwater::ContextNote</name>
    <message>
        <source>Send all along</source>
        <translation>Alle mitsenden</translation>
    </message>
    <message>
        <source>The oldest turns are not sent along any more. They stay on screen.</source>
        <translation>Die ältesten Fragen werden nicht mehr mitgesendet. Zu sehen bleiben sie.</translation>
    </message>
    <message>
        <source>Too long for %1: about %2 tokens, and it takes %3.</source>
        <translation>Zu lang für %1: etwa %2 Token, angenommen werden %3.</translation>
    </message>
    <message>
        <source>A shorter message fits.</source>
        <translation>Eine kürzere Nachricht passt.</translation>
    </message>
    <message>
        <source>Leave out the oldest turn</source>
        <translation>Älteste Frage weglassen</translation>
    </message>
    <message>
        <source>Leave out the oldest %1</source>
        <translation>Die ältesten %1 weglassen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>The oldest turn is left out: it is not sent along.</source>
        <translation>Die älteste Frage ist weggelassen: Sie wird nicht mitgesendet.</translation>
    </message>
    <message>
        <source>The oldest %1 turns are left out: they are not sent along.</source>
        <translation>Die ältesten %1 Fragen sind weggelassen: Sie werden nicht mitgesendet.</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationDelegate</name>
    <message>
        <source>Title of the conversation</source>
        <translation>Titel der Unterhaltung</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationGroup</name>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationList</name>
    <message>
        <source>%1, folded</source>
        <translation>%1, zugeklappt</translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation>%1, aufgeklappt</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>neuer Versuch läuft</translation>
    </message>
    <message>
        <source>waiting in the outbox</source>
        <translation>wartet im Postausgang</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationPane</name>
    <message>
        <source>Start writing</source>
        <translation>Einfach losschreiben</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>One fallback stands by.</source>
        <translation>Eine Ausweichroute steht bereit.</translation>
    </message>
    <message>
        <source>Two fallbacks stand by.</source>
        <translation>Zwei Ausweichrouten stehen bereit.</translation>
    </message>
    <message>
        <source>Three fallbacks stand by.</source>
        <translation>Drei Ausweichrouten stehen bereit.</translation>
    </message>
    <message>
        <source>First set up a route in Preferences (Ctrl ,).</source>
        <translation>Zuerst eine Route in den Einstellungen einrichten (Strg ,).</translation>
    </message>
    <message>
        <source>%1 answers first.</source>
        <translation>%1 antwortet zuerst.</translation>
    </message>
    <message>
        <source>%1 fallbacks stand by.</source>
        <translation>%1 Ausweichrouten stehen bereit.</translation>
    </message>
</context>
<context>
    <name>breakwater::ConversationText</name>
    <message>
        <source>You</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 (broke off, asked again)</source>
        <translation>%1 (abgebrochen, neu gefragt)</translation>
    </message>
</context>
<context>
    <name>breakwater::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>breakwater::CostsPage</name>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What answers cost, by a price table that you can edit.</source>
        <translation>Was Antworten kosten, nach einer Preistabelle, die sich bearbeiten lässt.</translation>
    </message>
    <message>
        <source>price money dollars spend limit budget tokens billing</source>
        <translation>preis geld dollar ausgaben limit budget token abrechnung</translation>
    </message>
    <message>
        <source>Limit what a day may cost</source>
        <translation>Begrenzen, was ein Tag kosten darf</translation>
    </message>
    <message>
        <source>Dollars a day</source>
        <translation>Dollar pro Tag</translation>
    </message>
    <message>
        <source>Spend limit for a day</source>
        <translation>Ausgabenlimit pro Tag</translation>
    </message>
    <message>
        <source>Once it is reached, nothing is sent or tried again before you say so. Turns wait in the outbox.</source>
        <translation>Ist es erreicht, wird ohne Zustimmung nichts mehr gesendet oder wiederholt. Fragen warten im Postausgang.</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>US dollars for a million tokens. Providers do not tell them to programs: compare them with your bill. A cell is edited by a double click or F2.</source>
        <translation>US-Dollar für eine Million Token. Anbieter nennen sie Programmen nicht: mit der Rechnung vergleichen. Eine Zelle wird mit Doppelklick oder F2 bearbeitet.</translation>
    </message>
    <message>
        <source>Add price</source>
        <translation>Preis hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Nothing in the last %1 days.</source>
        <translation>Nichts in den letzten %1 Tagen.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Requests to models without a price are not in these sums: %1.</source>
        <translation>Anfragen an Modelle ohne Preis sind in diesen Summen nicht enthalten: %1.</translation>
    </message>
</context>
<context>
    <name>breakwater::CountdownRing</name>
    <message>
        <source>%1 of 1 second left</source>
        <translation>Noch %1 von 1 Sekunde</translation>
    </message>
    <message>
        <source>%1 of %2 seconds left</source>
        <translation>Noch %1 von %2 Sekunden</translation>
    </message>
</context>
<context>
    <name>breakwater::DataPage</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Where your history is, how large it is, and what happens to it.</source>
        <translation>Wo der Verlauf liegt, wie groß er ist und was mit ihm geschieht.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo er liegt</translation>
    </message>
    <message>
        <source>Move copies it, compares the copy and goes on there. The old copy stays until you delete it.</source>
        <translation>Verschieben kopiert ihn, vergleicht die Kopie und macht dort weiter. Die alte Kopie bleibt, bis sie gelöscht wird.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <source>Move the history to a folder</source>
        <translation>Verlauf in einen Ordner verschieben</translation>
    </message>
    <message>
        <source>Moving the history to %1…</source>
        <translation>Der Verlauf wird nach %1 verschoben…</translation>
    </message>
    <message>
        <source>Your history is in %1 now. The old copy is still at %2: delete it when you like.</source>
        <translation>Der Verlauf liegt jetzt in %1. Die alte Kopie liegt noch in %2 und kann gelöscht werden.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>A copy of everything but the keys, as of one moment. Answers go on arriving meanwhile. None is made by itself, but before a new version changes the file.</source>
        <translation>Eine Kopie von allem außer den Schlüsseln, zu einem Zeitpunkt. Antworten kommen weiter an. Von selbst entsteht keine, außer bevor eine neue Version die Datei ändert.</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Jetzt sichern…</translation>
    </message>
    <message>
        <source>Back up the history</source>
        <translation>Verlauf sichern</translation>
    </message>
    <message>
        <source>Copying the history…</source>
        <translation>Der Verlauf wird kopiert…</translation>
    </message>
    <message>
        <source>%1 are at %2.</source>
        <translation>%1 liegen in %2.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <translation>Die Sicherung wird gelesen…</translation>
    </message>
    <message>
        <source>The backup is whole. It takes the place of your history when Breakwater starts again; what is there now is kept in the folder “backups”.</source>
        <translation>Die Sicherung ist unversehrt. Sie ersetzt den Verlauf beim nächsten Start von Breakwater; was jetzt da ist, bleibt im Ordner „backups“.</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Komprimieren</translation>
    </message>
    <message>
        <source>Gives the room of what was deleted back to the disk. What is written meanwhile waits.</source>
        <translation>Gibt den Platz des Gelöschten an den Datenträger zurück. Was währenddessen geschrieben wird, wartet.</translation>
    </message>
    <message>
        <source>Compacting…</source>
        <translation>Wird komprimiert…</translation>
    </message>
    <message>
        <source>%1 before, %2 now.</source>
        <translation>Vorher %1, jetzt %2.</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Import und Export</translation>
    </message>
    <message>
        <source>From other programs, and to read elsewhere.</source>
        <translation>Aus anderen Programmen, und zum Lesen anderswo.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alle exportieren…</translation>
    </message>
    <message>
        <source>Delete old conversations</source>
        <translation>Alte Unterhaltungen löschen</translation>
    </message>
    <message>
        <source>Those that nobody touched for so many days, at the start and once a day. Pinned ones, and those with a turn that waits or a draft, stay.</source>
        <translation>Solche, die so viele Tage niemand berührt hat, beim Start und einmal am Tag. Angeheftete und solche mit wartender Frage oder Entwurf bleiben.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>No conversation is that old now.</source>
        <translation>So alt ist jetzt keine Unterhaltung.</translation>
    </message>
    <message>
        <source>One conversation is deleted when you apply this.</source>
        <translation>Eine Unterhaltung wird beim Anwenden gelöscht.</translation>
    </message>
    <message>
        <source>%1 conversations are deleted when you apply this.</source>
        <translation>%1 Unterhaltungen werden beim Anwenden gelöscht.</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>All conversations with their attachments, drafts, flight records and measurements.</source>
        <translation>Alle Unterhaltungen mit ihren Anhängen, Entwürfen, Flugprotokollen und Messungen.</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>Alles löschen…</translation>
    </message>
    <message>
        <source>The backups and damaged files beside it too</source>
        <translation>Auch die Sicherungen und beschädigten Dateien daneben</translation>
    </message>
    <message>
        <source>The keys of all providers too</source>
        <translation>Auch die Schlüssel aller Anbieter</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Deleting everything…</source>
        <translation>Alles wird gelöscht…</translation>
    </message>
    <message>
        <source>Everything is deleted, on the disk too.</source>
        <translation>Alles ist gelöscht, auch auf dem Datenträger.</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>Der Verlauf konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>Suchindex</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation>Frei auf diesem Datenträger</translation>
    </message>
    <message>
        <source>%1 conversations with %2 messages go, with everything that belongs to them. This cannot be undone.</source>
        <translation>%1 Unterhaltungen mit %2 Nachrichten verschwinden, mit allem, was dazugehört. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>That file could not be read. Nothing was changed.</source>
        <translation>Diese Datei konnte nicht gelesen werden. Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>That file holds no settings of Breakwater. Nothing was changed.</source>
        <translation>Diese Datei enthält keine Einstellungen von Breakwater. Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The providers and chains in that file do not belong together. Nothing was changed.</source>
        <translation>Die Anbieter und Ketten in dieser Datei gehören nicht zusammen. Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>history folder move backup restore compact vacuum retention delete export import size attachments settings</source>
        <translation>verlauf ordner verschieben sicherung wiederherstellen verkleinern aufbewahrung löschen export import größe anhänge einstellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>All that is set in Preferences, but no keys. What is imported waits for Apply.</source>
        <translation>Alles, was in den Einstellungen steht, aber keine Schlüssel. Importiertes wartet auf „Anwenden“.</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>Einstellungen exportieren …</translation>
    </message>
    <message>
        <source>Export the settings</source>
        <translation>Die Einstellungen exportieren</translation>
    </message>
    <message>
        <source>The settings in force are at %1.</source>
        <translation>Die geltenden Einstellungen liegen in %1.</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>Einstellungen importieren …</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>All of it is set like this here already.</source>
        <translation>Alles davon ist hier schon so eingestellt.</translation>
    </message>
    <message>
        <source>It is shown as changes on all pages. Apply puts it in force, Revert drops it.</source>
        <translation>Es steht als Änderung auf allen Seiten. „Anwenden“ setzt es in Kraft, „Zurücknehmen“ verwirft es.</translation>
    </message>
</context>
<context>
    <name>breakwater::DayDialog</name>
    <message>
        <source>Search – Breakwater</source>
        <translation>Suche – Breakwater</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Jeder Tag</translation>
    </message>
</context>
<context>
    <name>breakwater::DayField</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>breakwater::DelayPreview</name>
    <message>
        <source>no wait</source>
        <translation>keine Wartezeit</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>immer %1</translation>
    </message>
    <message>
        <source>half under %1, never over %2</source>
        <translation>die Hälfte unter %1, nie über %2</translation>
    </message>
    <message>
        <source>half under %1</source>
        <translation>die Hälfte unter %1</translation>
    </message>
    <message>
        <source>before try %1</source>
        <translation>vor Versuch %1</translation>
    </message>
    <message>
        <source>Each wait</source>
        <translation>Jede Wartezeit</translation>
    </message>
    <message>
        <source>before try %1: %2</source>
        <translation>vor Versuch %1: %2</translation>
    </message>
</context>
<context>
    <name>breakwater::Desktop</name>
    <message>
        <source>Simulated weather</source>
        <translation>Simuliertes Wetter</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Export the weather</source>
        <translation>Wetter exportieren</translation>
    </message>
    <message>
        <source>weather</source>
        <translation>wetter</translation>
    </message>
    <message>
        <source>The weather was not exported.</source>
        <translation>Das Wetter wurde nicht exportiert.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The weather is exported.</source>
        <translation>Das Wetter ist exportiert.</translation>
    </message>
    <message>
        <source>%1 has one row.</source>
        <translation>%1 hat eine Zeile.</translation>
    </message>
    <message>
        <source>%1 has %2 rows.</source>
        <translation>%1 hat %2 Zeilen.</translation>
    </message>
    <message>
        <source>Key 1</source>
        <translation>Schlüssel 1</translation>
    </message>
    <message>
        <source>The key is kept for this session only.</source>
        <translation>Der Schlüssel bleibt nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>No keychain took it. Choose a place for it in Preferences.</source>
        <translation>Kein Schlüsselbund hat ihn angenommen. In den Einstellungen einen Ort dafür wählen.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut sichern</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>breakwater::DurationField</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
</context>
<context>
    <name>breakwater::Engine</name>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>The weather script %1 cannot be read: %2.</source>
        <translation>Das Wetterskript %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The weather script %1 cannot be used. %2</source>
        <translation>Das Wetterskript %1 ist nicht brauchbar. %2</translation>
    </message>
    <message>
        <source>The simulated provider found no free port on this machine.</source>
        <translation>Der simulierte Anbieter fand auf diesem Rechner keinen freien Port.</translation>
    </message>
</context>
<context>
    <name>breakwater::ExportWords</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 (broke off, asked again)</source>
        <translation>%1 (abgebrochen, neu gefragt)</translation>
    </message>
    <message>
        <source>One of %1 versions; the others are not shown here.</source>
        <translation>Eine von %1 Fassungen; die anderen sind hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>breakwater::FaultReason</name>
    <message>
        <source>Overloaded</source>
        <translation>Überlastet</translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation>Eigenes Limit</translation>
    </message>
    <message>
        <source>Credit used up</source>
        <translation>Guthaben aufgebraucht</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Keine Verbindung zum Netz</translation>
    </message>
    <message>
        <source>Server not reached</source>
        <translation>Server nicht erreicht</translation>
    </message>
    <message>
        <source>Connection not secure</source>
        <translation>Verbindung nicht sicher</translation>
    </message>
    <message>
        <source>Connection dropped</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Model unknown</source>
        <translation>Modell unbekannt</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Disk trouble</source>
        <translation>Probleme mit dem Datenträger</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Verworfen</translation>
    </message>
</context>
<context>
    <name>breakwater::FaultWords</name>
    <message>
        <source>Trying again in %1.</source>
        <translation>Neuer Versuch in %1.</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>Die Antwort brach ab.</translation>
    </message>
    <message>
        <source>The answer broke off after one word.</source>
        <translation>Die Antwort brach nach einem Wort ab.</translation>
    </message>
    <message>
        <source>The answer broke off after %1 words.</source>
        <translation>Die Antwort brach nach %1 Wörtern ab.</translation>
    </message>
    <message>
        <source>You reached your own limit (429).</source>
        <translation>Das eigene Limit ist erreicht (429).</translation>
    </message>
    <message>
        <source>It frees up in %1. Breakwater sends this turn then.</source>
        <translation>In %1 wird es frei. Dann sendet Breakwater diese Frage.</translation>
    </message>
    <message>
        <source>Your own limit is used up.</source>
        <translation>Das eigene Limit ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Going on in %1.</source>
        <translation>Weiter in %1.</translation>
    </message>
    <message>
        <source>Error 429: the limit of your key, not of %1. %1 is fine.</source>
        <translation>Fehler 429: das Limit des eigenen Schlüssels, nicht das von %1. %1 ist in Ordnung.</translation>
    </message>
    <message>
        <source>first</source>
        <translation>ersten</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiten</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritten</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierten</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünften</translation>
    </message>
    <message>
        <source>sixth</source>
        <translation>sechsten</translation>
    </message>
    <message>
        <source>seventh</source>
        <translation>siebten</translation>
    </message>
    <message>
        <source>eighth</source>
        <translation>achten</translation>
    </message>
    <message>
        <source>The provider</source>
        <translation>Der Anbieter</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 takes no more turns at once for now.</source>
        <translation>%1 nimmt zurzeit nicht mehr Fragen zugleich.</translation>
    </message>
    <message>
        <source>Looking again in %1.</source>
        <translation>Nächster Blick in %1.</translation>
    </message>
    <message>
        <source>Turns before this one are under way there. This one goes when there is room.</source>
        <translation>Frühere Fragen sind dort unterwegs. Diese geht, sobald Platz ist.</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 ist pausiert.</translation>
    </message>
    <message>
        <source>Every route is paused.</source>
        <translation>Jede Route ist pausiert.</translation>
    </message>
    <message>
        <source>The next test is in %1.</source>
        <translation>Der nächste Test ist in %1.</translation>
    </message>
    <message>
        <source>Enough retries for now.</source>
        <translation>Vorerst genug Wiederholungen.</translation>
    </message>
    <message>
        <source>The budget refills in %1.</source>
        <translation>Das Budget füllt sich in %1.</translation>
    </message>
    <message>
        <source>Breakwater holds this turn back until there is room. %1 is fine.</source>
        <translation>Breakwater hält diese Frage zurück, bis Platz ist. %1 ist in Ordnung.</translation>
    </message>
    <message>
        <source>Moved to %1.</source>
        <translation>Gewechselt zu %1.</translation>
    </message>
    <message>
        <source>%1 waits.</source>
        <translation>%1 wartet.</translation>
    </message>
    <message>
        <source>Back to %1.</source>
        <translation>Zurück zu %1.</translation>
    </message>
    <message>
        <source>The answer broke off. Asking anew.</source>
        <translation>Die Antwort brach ab. Sie wird neu erfragt.</translation>
    </message>
    <message>
        <source>It had only begun. What came of it is kept above.</source>
        <translation>Sie hatte gerade erst begonnen. Was davon kam, steht oben.</translation>
    </message>
    <message>
        <source>Trying %1 now.</source>
        <translation>Jetzt wird %1 versucht.</translation>
    </message>
    <message>
        <source>Is this turn still wanted?</source>
        <translation>Wird diese Frage noch gebraucht?</translation>
    </message>
    <message>
        <source>Its conversation went on without it. Send it now, or cancel it.</source>
        <translation>Ihre Unterhaltung ging ohne sie weiter. Jetzt senden oder verwerfen.</translation>
    </message>
    <message>
        <source>It has waited for %1 or longer. Send it now, or cancel it.</source>
        <translation>Sie wartet seit mindestens %1. Jetzt senden oder verwerfen.</translation>
    </message>
    <message>
        <source>Breakwater does not follow, because your key would go along. Check the provider’s address.</source>
        <translation>Breakwater folgt nicht, weil der Schlüssel mitginge. Bitte die Adresse des Anbieters prüfen.</translation>
    </message>
    <message>
        <source>It points to %1. Breakwater does not follow, because your key would go along. If that is right, set this address.</source>
        <translation>Sie zeigt auf %1. Breakwater folgt nicht, weil der Schlüssel mitginge. Wenn das richtig ist, diese Adresse eintragen.</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>%1 could not accept this turn (%2).</source>
        <translation>%1 konnte diese Frage nicht annehmen (%2).</translation>
    </message>
    <message>
        <source>Trying again would not help.</source>
        <translation>Ein neuer Versuch würde nicht helfen.</translation>
    </message>
    <message>
        <source>This turn is more than your limit on %1 allows.</source>
        <translation>Diese Frage ist mehr, als das eigene Limit bei %1 erlaubt.</translation>
    </message>
    <message>
        <source>A shorter turn or another route fits. Nothing was sent.</source>
        <translation>Eine kürzere Frage oder eine andere Route passt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This conversation is too long for %1 (%2).</source>
        <translation>Diese Unterhaltung ist zu lang für %1 (%2).</translation>
    </message>
    <message>
        <source>A shorter turn or a new conversation fits. Nothing is lost.</source>
        <translation>Eine kürzere Frage oder eine neue Unterhaltung passt. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>This turn is too large to send (413).</source>
        <translation>Diese Frage ist zu groß zum Senden (413).</translation>
    </message>
    <message>
        <source>With fewer or smaller attachments it fits.</source>
        <translation>Mit weniger oder kleineren Anhängen passt sie.</translation>
    </message>
    <message>
        <source>%1 cannot do what this turn asks (%2).</source>
        <translation>%1 kann nicht, was diese Frage verlangt (%2).</translation>
    </message>
    <message>
        <source>Another model may.</source>
        <translation>Ein anderes Modell vielleicht.</translation>
    </message>
    <message>
        <source>%1 does not take the thinking of an earlier answer (%2).</source>
        <translation>%1 nimmt das Denken einer früheren Antwort nicht an (%2).</translation>
    </message>
    <message>
        <source>It belongs to another conversation or model. Breakwater sends the turn once without it.</source>
        <translation>Es gehört zu einer anderen Unterhaltung oder einem anderen Modell. Breakwater sendet die Frage einmal ohne es.</translation>
    </message>
    <message>
        <source>%1 does not know the model %2 (404).</source>
        <translation>%1 kennt das Modell %2 nicht (404).</translation>
    </message>
    <message>
        <source>It may have been renamed or withdrawn.</source>
        <translation>Vielleicht wurde es umbenannt oder zurückgezogen.</translation>
    </message>
    <message>
        <source>There is no key for %1.</source>
        <translation>Für %1 gibt es keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Nothing was sent. Your text is kept.</source>
        <translation>Nichts wurde gesendet. Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 refused the key (401).</source>
        <translation>%1 hat den Schlüssel abgelehnt (401).</translation>
    </message>
    <message>
        <source>It may be mistyped or withdrawn. Your text is kept.</source>
        <translation>Vielleicht ist er vertippt oder widerrufen. Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Your %1 credit is used up.</source>
        <translation>Das Guthaben bei %1 ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Waiting does not help. Add credit, or use another route.</source>
        <translation>Warten hilft nicht. Guthaben aufladen oder eine andere Route nehmen.</translation>
    </message>
    <message>
        <source>Your %1 limit for this month is used up.</source>
        <translation>Das Limit bei %1 für diesen Monat ist aufgebraucht.</translation>
    </message>
    <message>
        <source>It is granted anew on %1. Raise it, or use another route.</source>
        <translation>Am %1 wird es neu gewährt. Erhöhen oder eine andere Route nehmen.</translation>
    </message>
    <message>
        <source>This key may not use %1 (403).</source>
        <translation>Dieser Schlüssel darf %1 nicht nutzen (403).</translation>
    </message>
    <message>
        <source>Another model or another key can.</source>
        <translation>Ein anderes Modell oder ein anderer Schlüssel kann es.</translation>
    </message>
    <message>
        <source>%1 may not answer here (%2).</source>
        <translation>%1 darf hier nicht antworten (%2).</translation>
    </message>
    <message>
        <source>The law where you are forbids it. Another provider may answer.</source>
        <translation>Das örtliche Recht verbietet es. Ein anderer Anbieter kann vielleicht antworten.</translation>
    </message>
    <message>
        <source>%1 is overloaded.</source>
        <translation>%1 ist überlastet.</translation>
    </message>
    <message>
        <source>Error %1, on %2’s side: the servers are full. Your limits are fine.</source>
        <translation>Fehler %1, auf der Seite von %2: Die Server sind voll. Die eigenen Limits sind in Ordnung.</translation>
    </message>
    <message>
        <source>%1 had a server error.</source>
        <translation>%1 hatte einen Serverfehler.</translation>
    </message>
    <message>
        <source>Error %1, on %2’s side. Your text is kept.</source>
        <translation>Fehler %1, auf der Seite von %2. Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 was busy with this turn.</source>
        <translation>%1 war mit dieser Frage beschäftigt.</translation>
    </message>
    <message>
        <source>%1 did not take this turn yet.</source>
        <translation>%1 hat diese Frage noch nicht angenommen.</translation>
    </message>
    <message>
        <source>Error %1, from %2 or a gateway before it. Your text is kept.</source>
        <translation>Fehler %1, von %2 oder einem Gateway davor. Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 failed in a way Breakwater does not know.</source>
        <translation>%1 versagte auf eine Art, die Breakwater nicht kennt.</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Keine Verbindung zum Netz.</translation>
    </message>
    <message>
        <source>This turn is in the outbox and goes when the connection is back.</source>
        <translation>Diese Frage ist im Postausgang und geht, wenn die Verbindung zurück ist.</translation>
    </message>
    <message>
        <source>%1 took no connection in time.</source>
        <translation>%1 nahm rechtzeitig keine Verbindung an.</translation>
    </message>
    <message>
        <source>Network: nobody answered there within %1. Nothing was sent.</source>
        <translation>Netzwerk: Binnen %1 antwortete dort niemand. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The connection dropped.</source>
        <translation>Die Verbindung brach ab.</translation>
    </message>
    <message>
        <source>Network: nothing came back from %1.</source>
        <translation>Netzwerk: Von %1 kam nichts zurück.</translation>
    </message>
    <message>
        <source>Network: %1 closed it before it took the turn.</source>
        <translation>Netzwerk: %1 schloss sie, bevor die Frage angenommen war.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password (407).</source>
        <translation>Der Proxy verlangt einen Benutzernamen und ein Passwort (407).</translation>
    </message>
    <message>
        <source>Put them into the system’s proxy settings, then send again. Nothing reached %1.</source>
        <translation>In den Proxy-Einstellungen des Systems eintragen, dann erneut senden. Nichts hat %1 erreicht.</translation>
    </message>
    <message>
        <source>The proxy did not let this turn through.</source>
        <translation>Der Proxy ließ diese Frage nicht durch.</translation>
    </message>
    <message>
        <source>Check the system’s proxy settings. Nothing was sent.</source>
        <translation>Bitte die Proxy-Einstellungen des Systems prüfen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The proxy did not answer in time.</source>
        <translation>Der Proxy hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Network: %1 was not reached. Your text is kept.</source>
        <translation>Netzwerk: %1 wurde nicht erreicht. Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first.</source>
        <translation>Dieses Netz verlangt zuerst eine Anmeldung.</translation>
    </message>
    <message>
        <source>Sign in with a browser. Your text is kept, and nothing of it was sent.</source>
        <translation>Mit einem Browser anmelden. Der Text bleibt erhalten, und nichts davon wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 sends requests to another address.</source>
        <translation>%1 verweist Anfragen an eine andere Adresse.</translation>
    </message>
    <message>
        <source>Something on the way to %1 answered in its place.</source>
        <translation>Auf dem Weg zu %1 hat etwas anderes geantwortet.</translation>
    </message>
    <message>
        <source>Error %1, from a proxy or gateway. Your text is kept.</source>
        <translation>Fehler %1, von einem Proxy oder Gateway. Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Network: nothing came back from %1 in time.</source>
        <translation>Netzwerk: Von %1 kam nichts rechtzeitig zurück.</translation>
    </message>
    <message>
        <source>The request was taken, but no first token came in time.</source>
        <translation>Die Anfrage wurde angenommen, aber kein erstes Token kam rechtzeitig.</translation>
    </message>
    <message>
        <source>The connection dropped. What you see is kept.</source>
        <translation>Die Verbindung brach ab. Was zu sehen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 stopped sending. What you see is kept.</source>
        <translation>%1 sendet nicht weiter. Was zu sehen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 sent something that is not an answer.</source>
        <translation>%1 sandte etwas, das keine Antwort ist.</translation>
    </message>
    <message>
        <source>You cancelled this turn.</source>
        <translation>Diese Frage wurde verworfen.</translation>
    </message>
    <message>
        <source>Nothing more is sent. Your text is kept.</source>
        <translation>Nichts weiter wird gesendet. Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Use the next route</source>
        <translation>Nächste Route nehmen</translation>
    </message>
    <message>
        <source>Use %1 now</source>
        <translation>Jetzt %1 nehmen</translation>
    </message>
    <message>
        <source>Keep in outbox</source>
        <translation>Im Postausgang behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Jetzt testen</translation>
    </message>
    <message>
        <source>Open outbox</source>
        <translation>Postausgang öffnen</translation>
    </message>
    <message>
        <source>Edit turn</source>
        <translation>Frage bearbeiten</translation>
    </message>
    <message>
        <source>Check key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Check provider</source>
        <translation>Anbieter prüfen</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut sichern</translation>
    </message>
    <message>
        <source>No keychain is running here.</source>
        <translation>Hier läuft kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key for %1 is kept in it. Start it to send this turn.</source>
        <translation>Darin liegt der Schlüssel für %1. Zum Senden starten.</translation>
    </message>
    <message>
        <source>Your keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it to send this turn.</source>
        <translation>Zum Senden entsperren.</translation>
    </message>
    <message>
        <source>This turn waits in the outbox.</source>
        <translation>Diese Frage wartet im Postausgang.</translation>
    </message>
    <message>
        <source>Breakwater ended while this turn was under way.</source>
        <translation>Breakwater endete, während diese Frage unterwegs war.</translation>
    </message>
    <message>
        <source>It may have been answered. Send again?</source>
        <translation>Vielleicht wurde sie beantwortet. Erneut senden?</translation>
    </message>
    <message>
        <source>Your spend limit for today is reached.</source>
        <translation>Das Ausgabenlimit für heute ist erreicht.</translation>
    </message>
    <message>
        <source>It waits in the outbox. Send it all the same, or change the limit in Preferences, Costs.</source>
        <translation>Sie wartet im Postausgang. Trotzdem senden oder das Limit in den Einstellungen unter Kosten ändern.</translation>
    </message>
    <message>
        <source>You keep this turn in the outbox.</source>
        <translation>Diese Frage wird im Postausgang behalten.</translation>
    </message>
    <message>
        <source>The next try is in %1.</source>
        <translation>Der nächste Versuch ist in %1.</translation>
    </message>
    <message>
        <source>Breakwater sends this turn when it frees up.</source>
        <translation>Breakwater sendet diese Frage, wenn es frei wird.</translation>
    </message>
    <message>
        <source>Kept in the outbox.</source>
        <translation>Im Postausgang behalten.</translation>
    </message>
    <message>
        <source>Nothing of it was sent yet.</source>
        <translation>Davon wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>One attempt so far, on %1.</source>
        <translation>Bisher ein Versuch, auf %1.</translation>
    </message>
    <message>
        <source>%1 attempts so far, the last on %2.</source>
        <translation>Bisher %1 Versuche, der letzte auf %2.</translation>
    </message>
    <message>
        <source>Attempt %1 of %2 on %3.</source>
        <translation>Versuch %1 von %2 auf %3.</translation>
    </message>
    <message>
        <source>After the %1, %2 takes over.</source>
        <translation>Nach dem %1 Versuch übernimmt %2.</translation>
    </message>
    <message>
        <source>The answer reached its length limit before it began.</source>
        <translation>Die Antwort erreichte ihr Längenlimit, bevor sie begann.</translation>
    </message>
    <message>
        <source>All of it went into thinking. Asked again, or with less effort, it may come.</source>
        <translation>Alles ging ins Denken. Neu gefragt oder mit weniger Aufwand kommt sie vielleicht.</translation>
    </message>
    <message>
        <source>The answer reached its length limit.</source>
        <translation>Die Antwort erreichte ihr Längenlimit.</translation>
    </message>
    <message>
        <source>What you see is complete up to here.</source>
        <translation>Was zu sehen ist, ist bis hierher vollständig.</translation>
    </message>
    <message>
        <source>This conversation fills what %1 can hold.</source>
        <translation>Diese Unterhaltung füllt, was %1 fassen kann.</translation>
    </message>
    <message>
        <source>What you see is complete up to here. A new conversation has room again.</source>
        <translation>Was zu sehen ist, ist bis hierher vollständig. Eine neue Unterhaltung hat wieder Platz.</translation>
    </message>
    <message>
        <source>The answer was paused.</source>
        <translation>Die Antwort wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 stopped between two steps. What you see is kept.</source>
        <translation>%1 hielt zwischen zwei Schritten an. Was zu sehen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>%1 declined to answer.</source>
        <translation>%1 lehnte eine Antwort ab.</translation>
    </message>
    <message>
        <source>Breakwater does not retry this.</source>
        <translation>Breakwater wiederholt das nicht.</translation>
    </message>
    <message>
        <source>Breakwater ended while it was arriving. What you see is kept.</source>
        <translation>Breakwater endete, während sie ankam. Was zu sehen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>No route can take this turn.</source>
        <translation>Keine Route kann diese Frage nehmen.</translation>
    </message>
    <message>
        <source>This turn was given up.</source>
        <translation>Diese Frage wurde aufgegeben.</translation>
    </message>
    <message>
        <source>The route</source>
        <translation>Die Route</translation>
    </message>
    <message>
        <source>The first try.</source>
        <translation>Der erste Versuch.</translation>
    </message>
    <message>
        <source>The first try, on %1.</source>
        <translation>Der erste Versuch, auf %1.</translation>
    </message>
    <message>
        <source>The server said how long to wait.</source>
        <translation>Der Server sagte, wie lange zu warten ist.</translation>
    </message>
    <message>
        <source>The server asked for %1; chance added %2.</source>
        <translation>Der Server verlangte %1; der Zufall gab %2 dazu.</translation>
    </message>
    <message>
        <source>Your own limit has room again after %1.</source>
        <translation>Das eigene Limit hat nach %1 wieder Platz.</translation>
    </message>
    <message>
        <source>A random wait.</source>
        <translation>Eine zufällige Wartezeit.</translation>
    </message>
    <message>
        <source>A random wait of %1, of at most %2.</source>
        <translation>Eine zufällige Wartezeit von %1, höchstens %2.</translation>
    </message>
    <message>
        <source>A wait of %1.</source>
        <translation>Eine Wartezeit von %1.</translation>
    </message>
    <message>
        <source>%1 failed as often as the chain allows.</source>
        <translation>%1 ist so oft ausgefallen, wie die Kette erlaubt.</translation>
    </message>
    <message>
        <source>%1 would have kept this turn waiting for longer than it is worth.</source>
        <translation>%1 hätte diese Frage länger warten lassen, als es wert ist.</translation>
    </message>
    <message>
        <source>Trying %1 again would not help.</source>
        <translation>Ein neuer Versuch auf %1 würde nicht helfen.</translation>
    </message>
    <message>
        <source>The retry budget is used up.</source>
        <translation>Das Wiederholungsbudget ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The longest time for this turn is over.</source>
        <translation>Die längste Zeit für diese Frage ist vorbei.</translation>
    </message>
    <message>
        <source>The most attempts for one turn are made.</source>
        <translation>Die meisten Versuche für eine Frage sind gemacht.</translation>
    </message>
    <message>
        <source>No route is left in the chain.</source>
        <translation>In der Kette ist keine Route übrig.</translation>
    </message>
    <message>
        <source>The other route can answer sooner.</source>
        <translation>Die andere Route kann früher antworten.</translation>
    </message>
    <message>
        <source>%1 can answer sooner.</source>
        <translation>%1 kann früher antworten.</translation>
    </message>
    <message>
        <source>The answer broke off early; it is asked for anew.</source>
        <translation>Die Antwort brach früh ab; sie wird neu erfragt.</translation>
    </message>
    <message>
        <source>The chain has no route that can be used.</source>
        <translation>Die Kette hat keine nutzbare Route.</translation>
    </message>
    <message>
        <source>You asked for it.</source>
        <translation>So gewünscht.</translation>
    </message>
    <message>
        <source>The answer broke off; the rest is asked for.</source>
        <translation>Die Antwort brach ab; der Rest wird erbeten.</translation>
    </message>
    <message>
        <source>The outbox looked again.</source>
        <translation>Der Postausgang sah wieder nach.</translation>
    </message>
    <message>
        <source>Your spend limit for the day was reached: you say whether to go on.</source>
        <translation>Das Ausgabenlimit für den Tag war erreicht: Weiter geht es nur auf Wunsch.</translation>
    </message>
    <message>
        <source>You say whether it is still wanted.</source>
        <translation>Ob sie noch gebraucht wird, ist zu entscheiden.</translation>
    </message>
    <message>
        <source>This turn could not be saved, so it was not sent.</source>
        <translation>Diese Frage konnte nicht gesichert werden und wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Next route</source>
        <translation>Nächste Route</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>etwa %1 h</translation>
    </message>
    <message>
        <source>%1th</source>
        <comment>after the eighth: a number in its order, up to 20</comment>
        <translation>%1-ten</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation>%1 weglassen</translation>
    </message>
    <message>
        <source>Leave out the oldest turn and it fits. It stays on screen.</source>
        <translation>Ohne die älteste Frage passt es. Zu sehen bleibt sie.</translation>
    </message>
    <message>
        <source>Leave out the oldest %1 turns and it fits. They stay on screen.</source>
        <translation>Ohne die ältesten %1 Fragen passt es. Zu sehen bleiben sie.</translation>
    </message>
    <message>
        <source>This turn goes off-peak.</source>
        <translation>Diese Frage geht in der Nebenzeit.</translation>
    </message>
    <message>
        <source>It goes %1, or as soon after as it can.</source>
        <translation>Sie geht %1, oder danach, sobald sie kann.</translation>
    </message>
    <message>
        <source>This turn waits for calm weather.</source>
        <translation>Diese Frage wartet auf ruhiges Wetter.</translation>
    </message>
    <message>
        <source>Its off-peak hours are on until %1. It is in no hurry, so it stays out of this.</source>
        <translation>Ihre Nebenzeit dauert bis %1. Sie hat keine Eile und hält sich heraus.</translation>
    </message>
    <message>
        <source>Its off-peak hours passed without this turn.</source>
        <translation>Ihre Nebenzeit verging ohne diese Frage.</translation>
    </message>
    <message>
        <source>They were over at %1. Send it now, or cancel it.</source>
        <translation>Sie endete %1. Jetzt senden oder abbrechen.</translation>
    </message>
    <message>
        <source>Off-peak has no hours any more.</source>
        <translation>Die Nebenzeit hat keine Stunden mehr.</translation>
    </message>
    <message>
        <source>Set some in Preferences, Outbox and batches, or send this turn now.</source>
        <translation>Stunden in Einstellungen, Postausgang und Stapel, festlegen oder diese Frage jetzt senden.</translation>
    </message>
    <message>
        <source>It waits for your off-peak hours.</source>
        <translation>Sie wartet auf die Nebenzeit.</translation>
    </message>
    <message>
        <source>Its off-peak hours are on; it waits for calm weather.</source>
        <translation>Die Nebenzeit läuft; sie wartet auf ruhiges Wetter.</translation>
    </message>
    <message>
        <source>Its off-peak hours passed: you say whether it is still wanted.</source>
        <translation>Die Nebenzeit ist vorbei: zu entscheiden ist, ob sie noch gewünscht ist.</translation>
    </message>
    <message>
        <source>Off-peak has no hours.</source>
        <translation>Die Nebenzeit hat keine Stunden.</translation>
    </message>
    <message>
        <source>This turn leaves its batch.</source>
        <translation>Diese Frage verlässt ihren Stapel.</translation>
    </message>
    <message>
        <source>It goes once the batch has let go of it. If it is answered by then, the answer comes here.</source>
        <translation>Sie geht, sobald der Stapel sie freigibt. Ist sie bis dahin beantwortet, kommt die Antwort hierher.</translation>
    </message>
    <message>
        <source>This turn is sent as a batch.</source>
        <translation>Diese Frage wird als Stapel gesendet.</translation>
    </message>
    <message>
        <source>The answer comes here within 24 hours, at half the price.</source>
        <translation>Die Antwort kommt binnen 24 Stunden hierher, zum halben Preis.</translation>
    </message>
    <message>
        <source>Its batch ended without an answer.</source>
        <translation>Ihr Stapel endete ohne Antwort.</translation>
    </message>
    <message>
        <source>No model of this chain takes batches.</source>
        <translation>Kein Modell dieser Kette nimmt Stapel an.</translation>
    </message>
    <message>
        <source>Send this turn now, or off-peak.</source>
        <translation>Diese Frage jetzt oder in der Nebenzeit senden.</translation>
    </message>
    <message>
        <source>This storm may last. Send as batch at half price?</source>
        <translation>Dieser Sturm kann dauern. Als Stapel zum halben Preis senden?</translation>
    </message>
    <message>
        <source>A batch answers it, at half the price.</source>
        <translation>Ein Stapel beantwortet sie, zum halben Preis.</translation>
    </message>
    <message>
        <source>Its batch ended without an answer: you say whether it is still wanted.</source>
        <translation>Ihr Stapel endete ohne Antwort: Ob sie noch gebraucht wird, ist zu entscheiden.</translation>
    </message>
    <message>
        <source>No model of its chain takes batches.</source>
        <translation>Kein Modell ihrer Kette nimmt Stapel an.</translation>
    </message>
    <message>
        <source>Send this turn now, or cancel it.</source>
        <translation>Diese Frage jetzt senden oder verwerfen.</translation>
    </message>
</context>
<context>
    <name>breakwater::FilterMenu</name>
    <message>
        <source>From me</source>
        <translation>Von mir</translation>
    </message>
    <message>
        <source>From the model</source>
        <translation>Vom Modell</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>From which day on?</source>
        <translation>Ab welchem Tag?</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Before which day?</source>
        <translation>Vor welchem Tag?</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
</context>
<context>
    <name>breakwater::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Place before</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>breakwater::FlightDetail</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Server hint</source>
        <translation>Hinweis des Servers</translation>
    </message>
    <message>
        <source>Random part</source>
        <translation>Zufallsanteil</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>Wiederholungsbudget</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Schutzschalter</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Raw response, key removed</source>
        <translation>Rohantwort, Schlüssel entfernt</translation>
    </message>
    <message>
        <source>Copy the raw response</source>
        <translation>Rohantwort kopieren</translation>
    </message>
    <message>
        <source>Raw response</source>
        <translation>Rohantwort</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>First token after %1, whole answer after %2.</source>
        <translation>Erstes Token nach %1, ganze Antwort nach %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1. A hint is never cut short.</source>
        <translation>%1. Ein Hinweis wird nie gekürzt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 in the outbox</source>
        <translation>%1 im Postausgang</translation>
    </message>
    <message>
        <source>%1, then %2 in the outbox</source>
        <translation>%1, dann %2 im Postausgang</translation>
    </message>
    <message>
        <source>%1 before, %2 after</source>
        <translation>%1 davor, %2 danach</translation>
    </message>
    <message>
        <source>Nothing came back yet.</source>
        <translation>Noch kam nichts zurück.</translation>
    </message>
    <message>
        <source>Nothing came back.</source>
        <translation>Es kam nichts zurück.</translation>
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
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>started at %1</source>
        <translation>begonnen nach %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation>erstes Token nach %1</translation>
    </message>
    <message>
        <source>with the key %1, then with the next one</source>
        <translation>mit dem Schlüssel %1, dann mit dem nächsten</translation>
    </message>
    <message>
        <source>with the key %1</source>
        <translation>mit dem Schlüssel %1</translation>
    </message>
    <message>
        <source>asked for the rest</source>
        <translation>den Rest erbeten</translation>
    </message>
    <message>
        <source>Wait %1: your own limit</source>
        <translation>%1 gewartet: eigenes Limit</translation>
    </message>
    <message>
        <source>Wait %1: the server asked for %2, chance added %3</source>
        <translation>%1 gewartet: Der Server verlangte %2, der Zufall gab %3 dazu</translation>
    </message>
    <message>
        <source>Wait %1</source>
        <translation>%1 gewartet</translation>
    </message>
    <message>
        <source>Wait %1: %2</source>
        <translation>%1 gewartet: %2</translation>
    </message>
    <message>
        <source>retry budget %1 before, %2 after</source>
        <translation>Wiederholungsbudget %1 davor, %2 danach</translation>
    </message>
    <message>
        <source>in the outbox for %1</source>
        <translation>%1 im Postausgang</translation>
    </message>
    <message>
        <source>Flight record: %1</source>
        <translation>Flugprotokoll: %1</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>Gesendet %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>%1 gewartet</translation>
    </message>
    <message>
        <source>%1 tokens paid for</source>
        <translation>%1 Token bezahlt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Credit used up</source>
        <translation>Guthaben aufgebraucht</translation>
    </message>
    <message>
        <source>Unknown model</source>
        <translation>Modell unbekannt</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gesichert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation>Eigenes Limit</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>Überlastet</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigene Seite</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>Anbieterseite</translation>
    </message>
    <message>
        <source>Waited. %1</source>
        <translation>Gewartet. %1</translation>
    </message>
    <message>
        <source>Back to %1. %2</source>
        <translation>Zurück zu %1. %2</translation>
    </message>
    <message>
        <source>Moved to %1. %2</source>
        <translation>Gewechselt zu %1. %2</translation>
    </message>
    <message>
        <source>Moved on. %1</source>
        <translation>Gewechselt. %1</translation>
    </message>
    <message>
        <source>Kept in the outbox. %1</source>
        <translation>Im Postausgang behalten. %1</translation>
    </message>
    <message>
        <source>Gave up. %1</source>
        <translation>Aufgegeben. %1</translation>
    </message>
    <message>
        <source>Asked for the rest. %1</source>
        <translation>Den Rest erbeten. %1</translation>
    </message>
    <message>
        <source>after 1 attempt</source>
        <translation>nach 1 Versuch</translation>
    </message>
    <message>
        <source>after %1 attempts</source>
        <translation>nach %1 Versuchen</translation>
    </message>
    <message>
        <source>%1 on 1 route</source>
        <translation>%1 auf 1 Route</translation>
    </message>
    <message>
        <source>%1 on %2 routes</source>
        <translation>%1 auf %2 Routen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Broke off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Antwort kommt an</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>retry-after-ms: %1</source>
        <translation>retry-after-ms: %1</translation>
    </message>
    <message>
        <source>retry-after: %1</source>
        <translation>retry-after: %1</translation>
    </message>
    <message>
        <source>the limit’s reset: %1</source>
        <translation>Rücksetzung des Limits: %1</translation>
    </message>
    <message>
        <source>retryDelay: %1</source>
        <translation>retryDelay: %1</translation>
    </message>
    <message>
        <source>always the same</source>
        <translation>immer gleich</translation>
    </message>
    <message>
        <source>drawn between %1 and %2</source>
        <translation>zufällig zwischen %1 und %2</translation>
    </message>
    <message>
        <source>drawn between 0 and %1</source>
        <translation>zufällig zwischen 0 und %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>Nie gesendet</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Attempt %1 is under way, on %2</source>
        <translation>Versuch %1 läuft, auf %2</translation>
    </message>
    <message>
        <source>%1 is writing, attempt %2</source>
        <translation>%1 schreibt, Versuch %2</translation>
    </message>
    <message>
        <source>Waiting for the next attempt, %1</source>
        <translation>Wartet auf den nächsten Versuch, %1</translation>
    </message>
    <message>
        <source>Kept in the outbox</source>
        <translation>Im Postausgang behalten</translation>
    </message>
    <message>
        <source>Kept in the outbox %1</source>
        <translation>Im Postausgang behalten, %1</translation>
    </message>
    <message>
        <source>Was under way when Breakwater ended</source>
        <translation>War unterwegs, als Breakwater endete</translation>
    </message>
    <message>
        <source>Answered by %1 at the first attempt, %2</source>
        <translation>Beantwortet von %1 beim ersten Versuch, %2</translation>
    </message>
    <message>
        <source>Answered by %1 %2</source>
        <translation>Beantwortet von %1 %2</translation>
    </message>
    <message>
        <source>Broke off %1</source>
        <translation>Abgebrochen %1</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>Angehalten %1</translation>
    </message>
    <message>
        <source>Not answered %1</source>
        <translation>Nicht beantwortet %1</translation>
    </message>
    <message>
        <source>Cancelled %1</source>
        <translation>Verworfen %1</translation>
    </message>
    <message>
        <source>Held for %1 before its first attempt.</source>
        <translation>Vor dem ersten Versuch %1 zurückgehalten.</translation>
    </message>
    <message>
        <source>Testing (half-open).</source>
        <translation>Wird getestet (halb offen).</translation>
    </message>
    <message>
        <source>Flowing (closed).</source>
        <translation>Fließt (geschlossen).</translation>
    </message>
    <message>
        <source>%1 A 429 never counts against a route.</source>
        <translation>%1 Ein 429 zählt nie gegen eine Route.</translation>
    </message>
    <message>
        <source>%1 This failure paused the route (open).</source>
        <translation>%1 Dieser Fehler hat die Route pausiert (offen).</translation>
    </message>
    <message>
        <source>%1 This failure counts against the route.</source>
        <translation>%1 Dieser Fehler zählt gegen die Route.</translation>
    </message>
    <message>
        <source>In a batch, which answers it</source>
        <translation>In einem Stapel, der sie beantwortet</translation>
    </message>
    <message>
        <source>Answered in a batch by %1, at half the price</source>
        <translation>In einem Stapel beantwortet von %1, zum halben Preis</translation>
    </message>
</context>
<context>
    <name>breakwater::FlightTable</name>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>No attempt yet</source>
        <translation>Noch kein Versuch</translation>
    </message>
    <message>
        <source>Attempt %1 of %2, %3, %4 %5 %6</source>
        <translation>Versuch %1 von %2, %3, %4 %5 %6</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1, dauerte %2</translation>
    </message>
    <message>
        <source>%1, then a wait of %2</source>
        <translation>%1, dann %2 gewartet</translation>
    </message>
    <message>
        <source>%1, then %2 in the outbox</source>
        <translation>%1, dann %2 im Postausgang</translation>
    </message>
    <message>
        <source>Copy the request id</source>
        <translation>Anfrage-ID kopieren</translation>
    </message>
    <message>
        <source>Copy this attempt as text</source>
        <translation>Diesen Versuch als Text kopieren</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>server asked for %1</source>
        <translation>Server verlangte %1</translation>
    </message>
    <message>
        <source>your own limit, %1</source>
        <translation>eigenes Limit, %1</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>in the outbox %1</source>
        <translation>im Postausgang %1</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
</context>
<context>
    <name>breakwater::FlightWindow</name>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>request, filled by its result</source>
        <translation>Anfrage, gefüllt nach ihrem Ergebnis</translation>
    </message>
    <message>
        <source>wait the server asked for</source>
        <translation>vom Server verlangte Wartezeit</translation>
    </message>
    <message>
        <source>random wait we added</source>
        <translation>zufällig hinzugefügte Wartezeit</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>answer streaming</source>
        <translation>Antwort kommt an</translation>
    </message>
    <message>
        <source>in the outbox</source>
        <translation>im Postausgang</translation>
    </message>
    <message>
        <source>Flight record</source>
        <translation>Flugprotokoll</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Spent waiting</source>
        <translation>Davon gewartet</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Token hinein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Token heraus</translation>
    </message>
    <message>
        <source>Tokens paid for</source>
        <translation>Bezahlte Token</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Flight record: %1</source>
        <translation>Flugprotokoll: %1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>Save the flight record</source>
        <translation>Flugprotokoll sichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>flight-record.txt</source>
        <translation>flugprotokoll.txt</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>Nicht gesichert nach %1: %2</translation>
    </message>
</context>
<context>
    <name>breakwater::FolderDialog</name>
    <message>
        <source>New folder – Breakwater</source>
        <translation>Neuer Ordner – Breakwater</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
</context>
<context>
    <name>breakwater::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>How Breakwater behaves, and what it does while you write.</source>
        <translation>Wie Breakwater sich verhält und was es beim Schreiben tut.</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>Senden mit</translation>
    </message>
    <message>
        <source>The other way to press Enter makes a new line. Shift+Enter always does, and Ctrl+Enter always sends.</source>
        <translation>Die andere Art, Enter zu drücken, macht eine neue Zeile. Umschalt+Enter tut das immer, und Strg+Enter sendet immer.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Notify when an answer ends</source>
        <translation>Melden, wenn eine Antwort endet</translation>
    </message>
    <message>
        <source>Also when a turn needs you. Only while no window of Breakwater has the focus; a click opens the conversation.</source>
        <translation>Auch wenn eine Frage eine Entscheidung braucht. Nur solange kein Fenster von Breakwater den Fokus hat; ein Klick öffnet die Unterhaltung.</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>When the last window is closed</source>
        <translation>Wenn das letzte Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>Exact token count</source>
        <translation>Genaue Tokenzahl</translation>
    </message>
    <message>
        <source>Anthropic counts what you write, a moment after the last key and free of charge. Off: an estimate, and nothing leaves before you send.</source>
        <translation>Anthropic zählt das Geschriebene, kurz nach der letzten Taste und kostenlos. Aus: eine Schätzung, und vor dem Senden verlässt nichts den Rechner.</translation>
    </message>
    <message>
        <source>Titles by the model</source>
        <translation>Titel vom Modell</translation>
    </message>
    <message>
        <source>One short request after the first answer, to the model that gave it, and only in clear weather. Off: the first words of your question.</source>
        <translation>Eine kurze Anfrage nach der ersten Antwort, an das Modell, das sie gab, und nur bei klarem Wetter. Aus: die ersten Wörter der Frage.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It shows the weather and what waits in the outbox.</source>
        <translation>Es zeigt das Wetter und was im Postausgang wartet.</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Dieser Desktop hat keinen Infobereich.</translation>
    </message>
    <message>
        <source>Answers go on arriving and the outbox goes on sending while the icon is in the tray.</source>
        <translation>Antworten kommen weiter an, und der Postausgang sendet weiter, solange das Symbol im Infobereich ist.</translation>
    </message>
    <message>
        <source>Breakwater quits. With the icon in the tray it can run on.</source>
        <translation>Breakwater endet. Mit dem Symbol im Infobereich kann es weiterlaufen.</translation>
    </message>
    <message>
        <source>Breakwater quits. It can run on only where there is a tray.</source>
        <translation>Breakwater endet. Weiterlaufen kann es nur, wo es einen Infobereich gibt.</translation>
    </message>
    <message>
        <source>keys return tray background notification tokens count privacy titles language</source>
        <translation>tasten eingabetaste symbol hintergrund benachrichtigung token zählung datenschutz titel sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Rechtschreibung prüfen</translation>
    </message>
    <message>
        <source>Of what you write, by the dictionaries on this computer; nothing leaves it.</source>
        <translation>Dessen, was geschrieben wird, mit den Wörterbüchern dieses Computers; nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>dictionary spell checker language</source>
        <translation>wörterbuch rechtschreibprüfung sprache</translation>
    </message>
    <message>
        <source>There is no dictionary on this computer. Install one, for example the package hunspell-en-us.</source>
        <translation>Auf diesem Computer ist kein Wörterbuch. Es lässt sich eins installieren, etwa das Paket hunspell-de-de.</translation>
    </message>
</context>
<context>
    <name>breakwater::Header</name>
    <message>
        <source>Show the sidebar</source>
        <translation>Seitenleiste zeigen</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Flight record of the last turn</source>
        <translation>Flugprotokoll der letzten Frage</translation>
    </message>
    <message>
        <source>Weather panel</source>
        <translation>Wetterleiste</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>breakwater::HitList</name>
    <message>
        <source>Messages found</source>
        <translation>Gefundene Nachrichten</translation>
    </message>
</context>
<context>
    <name>breakwater::HitModel</name>
    <message>
        <source>You</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <translation>%1, %2, %3: %4</translation>
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
        <translation>%1 nimmt weder Temperatur noch Top p. Fragen gehen ohne sie dorthin.</translation>
    </message>
    <message>
        <source>No model of this chain takes temperature or top p. Turns go without them.</source>
        <translation>Kein Modell dieser Kette nimmt Temperatur oder Top p. Fragen gehen ohne sie.</translation>
    </message>
    <message>
        <source>%1 takes neither temperature nor top p: turns go there without them.</source>
        <translation>%1 nimmt weder Temperatur noch Top p: Fragen gehen ohne sie dorthin.</translation>
    </message>
    <message>
        <source>Claude takes a temperature of 1 at most, no top p beside it, and does not think aloud then.</source>
        <translation>Claude nimmt höchstens eine Temperatur von 1, kein Top p daneben, und denkt dann nicht laut.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>top p %1</source>
        <translation>Top p %1</translation>
    </message>
    <message>
        <source>answers of %1 tokens at most</source>
        <translation>Antworten bis %1 Token</translation>
    </message>
    <message>
        <source>Instructions – Breakwater</source>
        <translation>Anweisungen – Breakwater</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>What the model is told before this conversation, with every turn from the next one on.</source>
        <translation>Was dem Modell vor dieser Unterhaltung gesagt wird, mit jeder Frage ab der nächsten.</translation>
    </message>
    <message>
        <source>Nothing: the model answers as it does by itself</source>
        <translation>Nichts: Das Modell antwortet, wie es von selbst antwortet</translation>
    </message>
    <message>
        <source>How it answers</source>
        <translation>Wie es antwortet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyEditor</name>
    <message>
        <source>Add key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>The next key is used when the one before it is refused or its credit is used up; never to get around a rate limit.</source>
        <translation>Der nächste Schlüssel kommt zum Zug, wenn der vorige abgelehnt oder sein Guthaben aufgebraucht ist; nie, um ein Ratenlimit zu umgehen.</translation>
    </message>
    <message>
        <source>A key that was kept for %1 goes to %2 when you press Apply or Test. If that is not meant, remove the key first.</source>
        <translation>Ein Schlüssel, der für %1 hinterlegt ist, geht beim Anwenden oder Testen an %2. Wenn das nicht gewollt ist, zuerst den Schlüssel entfernen.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyForm</name>
    <message>
        <source>In the system keychain</source>
        <translation>Im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>In a file that only you can read</source>
        <translation>In einer Datei, die nur der eigene Benutzer lesen kann</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Hinterlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Wo der Schlüssel liegt</translation>
    </message>
    <message>
        <source>The key is kept when you press Keep.</source>
        <translation>Der Schlüssel wird mit „Hinterlegen“ gesichert.</translation>
    </message>
    <message>
        <source>A key is never shown again once it is kept.</source>
        <translation>Ein hinterlegter Schlüssel wird nie wieder angezeigt.</translation>
    </message>
    <message>
        <source>No keychain is running here. Keep the key for this session only, or in a file that only you can read.</source>
        <translation>Hier läuft kein Schlüsselbund. Den Schlüssel nur für diese Sitzung behalten oder in einer Datei, die nur der eigene Benutzer lesen kann.</translation>
    </message>
    <message>
        <source>Give the key a name: the flight record calls it so.</source>
        <translation>Dem Schlüssel einen Namen geben: So nennt ihn das Flugprotokoll.</translation>
    </message>
    <message>
        <source>Another key has this name.</source>
        <translation>Ein anderer Schlüssel hat diesen Namen.</translation>
    </message>
    <message>
        <source>Keeping… The system may ask for the keychain’s password.</source>
        <translation>Wird hinterlegt… Vielleicht fragt das System nach dem Passwort des Schlüsselbunds.</translation>
    </message>
    <message>
        <source>The keychain did not answer. Try once more, or choose another place.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet. Noch einmal versuchen oder einen anderen Ort wählen.</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyMap</name>
    <message>
        <source>Send now; a new line where Preferences say so</source>
        <translation>Jetzt senden; eine neue Zeile, wo die Einstellungen es so wollen</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Stop the answer, close a popup</source>
        <translation>Antwort anhalten, Popup schließen</translation>
    </message>
    <message>
        <source>Last message again, in an empty composer</source>
        <translation>Letzte Nachricht noch einmal, im leeren Eingabefeld</translation>
    </message>
    <message>
        <source>Message before, in the transcript</source>
        <translation>Vorige Nachricht, im Gesprächsverlauf</translation>
    </message>
    <message>
        <source>Next message, in the transcript</source>
        <translation>Nächste Nachricht, im Gesprächsverlauf</translation>
    </message>
    <message>
        <source>Select in the transcript, as in any text</source>
        <translation>Im Gesprächsverlauf auswählen, wie in jedem Text</translation>
    </message>
    <message>
        <source>Move up in a list: a route, a turn that waits</source>
        <translation>In einer Liste nach oben: eine Route, eine wartende Frage</translation>
    </message>
    <message>
        <source>Move down in a list</source>
        <translation>In einer Liste nach unten</translation>
    </message>
    <message>
        <source>These always do the same: %1.</source>
        <translation>Diese tun immer dasselbe: %1.</translation>
    </message>
    <message>
        <source>These are for writing. Hold Ctrl or Alt with a key, or use a function key.</source>
        <translation>Diese dienen dem Schreiben. Strg oder Alt dazu halten oder eine Funktionstaste nehmen.</translation>
    </message>
    <message>
        <source>Send off-peak</source>
        <translation>In der Nebenzeit senden</translation>
    </message>
    <message>
        <source>Send as a batch</source>
        <translation>Als Stapel senden</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyRow</name>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>API key %1</source>
        <translation>API-Schlüssel %1</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyWords</name>
    <message>
        <source>Kept for this session only. It is gone when Breakwater ends.</source>
        <translation>Nur für diese Sitzung. Er ist weg, wenn Breakwater endet.</translation>
    </message>
    <message>
        <source>Kept in a file that only you can read</source>
        <translation>In einer Datei, die nur der eigene Benutzer lesen kann</translation>
    </message>
    <message>
        <source>Kept in the system keychain, never in a file</source>
        <translation>Im Schlüsselbund des Systems, nie in einer Datei</translation>
    </message>
    <message>
        <source>From %1. It is used and never written down.</source>
        <translation>Aus %1. Er wird benutzt und nie aufgeschrieben.</translation>
    </message>
    <message>
        <source>Paste a key first.</source>
        <translation>Zuerst einen Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>This is too long for a key. Copy the key alone.</source>
        <translation>Das ist zu lang für einen Schlüssel. Nur den Schlüssel kopieren.</translation>
    </message>
    <message>
        <source>This key has a line break in it. Copy it once more, on one line.</source>
        <translation>In diesem Schlüssel ist ein Zeilenumbruch. Noch einmal in einer Zeile kopieren.</translation>
    </message>
    <message>
        <source>A key has no spaces and no special letters. Copy it once more.</source>
        <translation>Ein Schlüssel hat weder Leerzeichen noch Sonderzeichen. Noch einmal kopieren.</translation>
    </message>
    <message>
        <source>Being read from the system keychain…</source>
        <translation>Wird aus dem Schlüsselbund des Systems gelesen…</translation>
    </message>
    <message>
        <source>The system keychain does not have this key any more. Paste it again.</source>
        <translation>Der Schlüsselbund des Systems hat diesen Schlüssel nicht mehr. Erneut einfügen.</translation>
    </message>
    <message>
        <source>The provider refused this key. Breakwater uses the next one, until you replace it.</source>
        <translation>Der Anbieter hat diesen Schlüssel abgelehnt. Bis er ersetzt ist, nimmt Breakwater den nächsten.</translation>
    </message>
    <message>
        <source>The keychain is locked or said no. Unlock it and try once more, or choose another place.</source>
        <translation>Der Schlüsselbund ist gesperrt oder hat abgelehnt. Entsperren und noch einmal versuchen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>No keychain is running here. Choose another place for the key.</source>
        <translation>Hier läuft kein Schlüsselbund. Einen anderen Ort für den Schlüssel wählen.</translation>
    </message>
    <message>
        <source>The file could not be written. Keep the key for this session only, or free some disk space.</source>
        <translation>Die Datei konnte nicht geschrieben werden. Den Schlüssel nur für diese Sitzung behalten oder Platz schaffen.</translation>
    </message>
    <message>
        <source>No keychain is running here.</source>
        <translation>Hier läuft kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>A key is kept in it. Start the keychain, or paste the key again in Preferences. Reading works meanwhile.</source>
        <translation>Darin liegt ein Schlüssel. Den Schlüsselbund starten oder den Schlüssel in den Einstellungen erneut einfügen. Lesen geht solange.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it to send. Reading works meanwhile.</source>
        <translation>Zum Senden entsperren. Lesen geht solange.</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyboardList</name>
    <message>
        <source>Keyboard – Breakwater</source>
        <translation>Tastatur – Breakwater</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>breakwater::KeyboardPage</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Press a field, then the keys it shall have. Esc leaves it, Backspace takes the keys away.</source>
        <translation>Ein Feld wählen, dann die gewünschten Tasten drücken. Esc verlässt es, die Rücktaste nimmt die Tasten weg.</translation>
    </message>
    <message>
        <source>shortcuts keys hotkeys</source>
        <translation>tastenkürzel tasten kurzbefehle</translation>
    </message>
    <message>
        <source>The usual keys of “%1”</source>
        <translation>Die üblichen Tasten von „%1“</translation>
    </message>
    <message>
        <source>%1 was not taken. %2</source>
        <translation>%1 wurde nicht übernommen. %2</translation>
    </message>
    <message>
        <source>“%1” has its keys now: %2.</source>
        <translation>„%1“ hat jetzt seine Tasten: %2.</translation>
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
        <translation>Das Flugprotokoll konnte nicht gesichert werden.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Outbox and batches</source>
        <translation>Postausgang und Stapel</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>%1 – Breakwater</source>
        <translation>%1 – Breakwater</translation>
    </message>
    <message>
        <source>%1 of %2 today</source>
        <translation>Heute %1 von %2</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>It can come back for ten seconds.</source>
        <translation>Zehn Sekunden lang lässt es sich zurückholen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>1 answer is arriving. It stops and is kept.</source>
        <translation>1 Antwort kommt gerade an. Sie wird angehalten und bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 answers are arriving. They stop and are kept.</source>
        <translation>%1 Antworten kommen gerade an. Sie werden angehalten und bleiben erhalten.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Instructions…</source>
        <translation>Anweisungen…</translation>
    </message>
    <message>
        <source>New conversation that begins like this</source>
        <translation>Neue Unterhaltung, die so beginnt</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alle exportieren…</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle Unterhaltungen</translation>
    </message>
    <message>
        <source>1 turn waits in the outbox. It goes after the next start.</source>
        <translation>1 Frage wartet im Postausgang. Sie geht nach dem nächsten Start.</translation>
    </message>
    <message>
        <source>%1 turns wait in the outbox. They go after the next start.</source>
        <translation>%1 Fragen warten im Postausgang. Sie gehen nach dem nächsten Start.</translation>
    </message>
    <message>
        <source>1 turn is about to be tried again. After the next start it asks before it goes.</source>
        <translation>1 Frage wird gleich erneut versucht. Nach dem nächsten Start fragt sie, bevor sie geht.</translation>
    </message>
    <message>
        <source>%1 turns are about to be tried again. After the next start they ask before they go.</source>
        <translation>%1 Fragen werden gleich erneut versucht. Nach dem nächsten Start fragen sie, bevor sie gehen.</translation>
    </message>
    <message>
        <source>Quit Breakwater</source>
        <translation>Breakwater beenden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>1 turn waits for its off-peak hours. It goes in them only while Breakwater runs.</source>
        <translation>1 Frage wartet auf ihre Nebenzeit. Sie geht darin nur, solange Breakwater läuft.</translation>
    </message>
    <message>
        <source>%1 turns wait for their off-peak hours. They go in them only while Breakwater runs.</source>
        <translation>%1 Fragen warten auf ihre Nebenzeit. Sie gehen darin nur, solange Breakwater läuft.</translation>
    </message>
    <message>
        <source>The turn was deleted from the outbox.</source>
        <translation>Die Frage wurde aus dem Postausgang gelöscht.</translation>
    </message>
    <message>
        <source>Its text is kept in the conversation.</source>
        <translation>Ihr Text bleibt in der Unterhaltung erhalten.</translation>
    </message>
    <message>
        <source>A batch is being written down. It is not sent if Breakwater ends now.</source>
        <translation>Ein Stapel wird gerade gespeichert. Er wird nicht gesendet, wenn Breakwater jetzt endet.</translation>
    </message>
</context>
<context>
    <name>breakwater::MetricsServer</name>
    <message>
        <source>The numbers for Prometheus are not served: port %1 is used by another program.</source>
        <translation>Die Zahlen für Prometheus werden nicht bereitgestellt: Port %1 gehört schon einem anderen Programm.</translation>
    </message>
    <message>
        <source>The numbers for Prometheus are not served: this computer does not let Breakwater listen at port %1.</source>
        <translation>Die Zahlen für Prometheus werden nicht bereitgestellt: Dieser Rechner lässt Breakwater nicht an Port %1 lauschen.</translation>
    </message>
</context>
<context>
    <name>breakwater::ModelField</name>
    <message>
        <source>%1, favourite</source>
        <translation>%1, Favorit</translation>
    </message>
    <message>
        <source>A favourite. Click its star, or press Ctrl+D, to unmark it.</source>
        <translation>Ein Favorit. Ein Klick auf den Stern oder Strg+D hebt es auf.</translation>
    </message>
    <message>
        <source>Click its star, or press Ctrl+D, to make it a favourite.</source>
        <translation>Ein Klick auf den Stern oder Strg+D macht es zum Favoriten.</translation>
    </message>
    <message>
        <source>Model, as the provider names it</source>
        <translation>Modell, wie der Anbieter es nennt</translation>
    </message>
</context>
<context>
    <name>breakwater::ModelWords</name>
    <message>
        <source>Retired: it does not answer any more</source>
        <translation>Eingestellt: Es antwortet nicht mehr</translation>
    </message>
    <message>
        <source>Retires on %1</source>
        <translation>Wird am %1 eingestellt</translation>
    </message>
    <message>
        <source>Is about to be retired</source>
        <translation>Wird bald eingestellt</translation>
    </message>
</context>
<context>
    <name>breakwater::MoneyWords</name>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
    </message>
</context>
<context>
    <name>breakwater::MoveOnRow</name>
    <message>
        <source>%1: tries before moving on</source>
        <translation>%1: Versuche bis zum Weiterziehen</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>wait for it instead</source>
        <translation>stattdessen darauf warten</translation>
    </message>
    <message>
        <source>Move on when: %1</source>
        <translation>Weiterziehen bei: %1</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>Versuchen</translation>
    </message>
    <message>
        <source>try</source>
        <translation>Versuch</translation>
    </message>
</context>
<context>
    <name>breakwater::NewBatchForm</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>The beginning of the prompt</source>
        <translation>Der Anfang des Prompts</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>What is asked for each row. {{name}} stands for what the row has in the column “name”.</source>
        <translation>Was zu jeder Zeile gefragt wird. {{name}} steht für das, was die Zeile in der Spalte „name“ hat.</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Neuer Stapel</translation>
    </message>
    <message>
        <source>The same prompt for each row of a file, at half the price.</source>
        <translation>Derselbe Prompt für jede Zeile einer Datei, zum halben Preis.</translation>
    </message>
    <message>
        <source>{{%1}} is not known here: {{file}} stands for the text of a file, {{filename}} for its name.</source>
        <translation>{{%1}} ist hier nicht bekannt: {{file}} steht für den Text einer Datei, {{filename}} für ihren Namen.</translation>
    </message>
    <message>
        <source>{{%1}} is not a column of this file.</source>
        <translation>{{%1}} ist keine Spalte dieser Datei.</translation>
    </message>
    <message>
        <source>Nothing in this prompt stands for a value of the row: all ask the same.</source>
        <translation>Nichts in diesem Prompt steht für einen Wert der Zeile: Alle fragen dasselbe.</translation>
    </message>
</context>
<context>
    <name>breakwater::NewBatchWindow</name>
    <message>
        <source>New batch – Breakwater</source>
        <translation>Neuer Stapel – Breakwater</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Neuer Stapel</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>Choose a file of rows, or many files. What is asked of each, and what all of it costs, is shown here before anything is sent.</source>
        <translation>Eine Datei mit Zeilen wählen oder viele Dateien. Was jeweils gefragt wird und was alles zusammen kostet, steht hier, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Writing the batch down</source>
        <translation>Der Stapel wird gesichert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send as a batch</source>
        <translation>Als Stapel senden</translation>
    </message>
    <message>
        <source>Answers come within 24 hours, at half the price. They are read back until 29 days after.</source>
        <translation>Antworten kommen binnen 24 Stunden, zum halben Preis. Abholen lassen sie sich bis 29 Tage danach.</translation>
    </message>
    <message>
        <source>Nobody here takes batches yet.</source>
        <translation>Hier nimmt noch niemand Stapel an.</translation>
    </message>
    <message>
        <source>Choose rows first.</source>
        <translation>Zuerst Zeilen wählen.</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>Die Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>There is no row that can be asked.</source>
        <translation>Es gibt keine Zeile, zu der gefragt werden kann.</translation>
    </message>
    <message>
        <source>Write the prompt first.</source>
        <translation>Zuerst den Prompt schreiben.</translation>
    </message>
    <message>
        <source>Writing the rows down. Nothing is sent before all are.</source>
        <translation>Die Zeilen werden gesichert. Nichts wird gesendet, bevor es alle sind.</translation>
    </message>
    <message>
        <source>The rows are not those that were shown.</source>
        <translation>Die Zeilen sind nicht die, die gezeigt wurden.</translation>
    </message>
    <message>
        <source>Their file has changed since. Nothing was sent. It is read again: look at it, and send it then.</source>
        <translation>Ihre Datei hat sich seitdem geändert. Nichts wurde gesendet. Sie wird neu gelesen: ansehen und dann senden.</translation>
    </message>
    <message>
        <source>Your spend limit for today is reached.</source>
        <translation>Das Ausgabenlimit für heute ist erreicht.</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <translation>Trotzdem senden</translation>
    </message>
</context>
<context>
    <name>breakwater::NoWeather</name>
    <message>
        <source>No weather yet</source>
        <translation>Noch kein Wetter</translation>
    </message>
    <message>
        <source>It appears with your first turn.</source>
        <translation>Es erscheint mit der ersten Frage.</translation>
    </message>
</context>
<context>
    <name>breakwater::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>breakwater::OffPeakPage</name>
    <message>
        <source>Outbox and batches</source>
        <translation>Postausgang und Stapel</translation>
    </message>
    <message>
        <source>What is in no hurry is sent when it disturbs nobody, and does not add to a storm.</source>
        <translation>Was keine Eile hat, wird gesendet, wenn es niemanden stört, und verstärkt keinen Sturm.</translation>
    </message>
    <message>
        <source>off-peak night hours window schedule later cheap time zone</source>
        <translation>nebenzeit nacht stunden zeitfenster später planen günstig zeitzone</translation>
    </message>
    <message>
        <source>Only in calm weather</source>
        <translation>Nur bei ruhigem Wetter</translation>
    </message>
    <message>
        <source>While routes refuse or fail, an off-peak turn waits on: it is looked at every few minutes.</source>
        <translation>Solange Routen ablehnen oder ausfallen, wartet eine Frage der Nebenzeit weiter: alle paar Minuten wird nachgesehen.</translation>
    </message>
    <message>
        <source>Off-peak hours</source>
        <translation>Nebenzeit</translation>
    </message>
    <message>
        <source>Each turn goes at a moment of its own in the first half of them, so that not all begin together.</source>
        <translation>Jede Frage geht in der ersten Hälfte zu einem eigenen Zeitpunkt, damit nicht alle zugleich beginnen.</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, von</translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation>%1, bis</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>On these days</source>
        <translation>An diesen Tagen</translation>
    </message>
    <message>
        <source>Hours over midnight belong to the day on which they begin.</source>
        <translation>Stunden über Mitternacht gehören zu dem Tag, an dem sie beginnen.</translation>
    </message>
    <message>
        <source>By the clock of</source>
        <translation>Nach der Uhr von</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>Dieser Computer (%1)</translation>
    </message>
    <message>
        <source>Choose where the provider’s busy hours are, or keep your own nights.</source>
        <translation>Den Ort wählen, an dem der Anbieter viel zu tun hat, oder bei den eigenen Nächten bleiben.</translation>
    </message>
    <message>
        <source>When its hours pass without a turn</source>
        <translation>Wenn die Stunden ohne eine Frage vergehen</translation>
    </message>
    <message>
        <source>Wait for the next ones</source>
        <translation>Auf die nächsten warten</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Send it anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>The computer was off, or the weather stayed bad.</source>
        <translation>Der Computer war aus, oder das Wetter blieb schlecht.</translation>
    </message>
    <message>
        <source>They end as they begin: nothing can be sent off-peak.</source>
        <translation>Sie enden, wie sie beginnen: In der Nebenzeit kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>No day is chosen: nothing can be sent off-peak.</source>
        <translation>Kein Tag ist gewählt: In der Nebenzeit kann nichts gesendet werden.</translation>
    </message>
</context>
<context>
    <name>breakwater::OrderMenu</name>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner…</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv nehmen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
</context>
<context>
    <name>breakwater::OutboxButton</name>
    <message>
        <source>Outbox and batches</source>
        <translation>Postausgang und Stapel</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n wartet</numerusform>
            <numerusform>%1, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Turns that wait to be sent</source>
        <translation>Fragen, die auf das Senden warten</translation>
    </message>
</context>
<context>
    <name>breakwater::OutboxDetail</name>
    <message>
        <source>Flight record</source>
        <translation>Flugprotokoll</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Waiting turn</source>
        <translation>Wartende Frage</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete this turn</source>
        <translation>Diese Frage löschen</translation>
    </message>
    <message>
        <source>All attempts of this turn</source>
        <translation>Alle Versuche dieser Frage</translation>
    </message>
    <message>
        <source>Put the text back into the composer</source>
        <translation>Text zurück ins Eingabefeld legen</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Warum sie wartet</translation>
    </message>
    <message>
        <source>Message not loaded yet</source>
        <translation>Nachricht noch nicht geladen</translation>
    </message>
    <message>
        <source>Written at %1</source>
        <translation>Geschrieben um %1</translation>
    </message>
    <message>
        <source>Written at %1, %2</source>
        <translation>Geschrieben um %1, %2</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>As soon as a route flows</source>
        <translation>Sobald eine Route fließt</translation>
    </message>
    <message>
        <source>Off-peak</source>
        <translation>In der Nebenzeit</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Looks again every minute or so</source>
        <translation>Sieht etwa jede Minute wieder nach</translation>
    </message>
    <message>
        <source>It has no hours yet: Preferences, Outbox and batches</source>
        <translation>Sie hat noch keine Stunden: Einstellungen, Postausgang und Stapel</translation>
    </message>
    <message>
        <source>As a batch</source>
        <translation>Als Stapel</translation>
    </message>
    <message>
        <source>It lets go of this turn, or has answered it by then</source>
        <translation>Er gibt diese Frage frei oder hat sie bis dahin beantwortet</translation>
    </message>
    <message>
        <source>Half price, answer within 24 hours</source>
        <translation>Halber Preis, Antwort binnen 24 Stunden</translation>
    </message>
    <message>
        <source>No model of this chain takes batches</source>
        <translation>Kein Modell dieser Kette nimmt Stapel an</translation>
    </message>
</context>
<context>
    <name>breakwater::OutboxList</name>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Message not loaded yet</source>
        <translation>Nachricht noch nicht geladen</translation>
    </message>
    <message>
        <source>Off-peak</source>
        <translation>Nebenzeit</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>half price</source>
        <translation>halber Preis</translation>
    </message>
</context>
<context>
    <name>breakwater::OutboxPage</name>
    <message>
        <source>Send all now</source>
        <translation>Alle jetzt senden</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Waiting turns</source>
        <translation>Wartende Fragen</translation>
    </message>
    <message>
        <source>Nothing waiting</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Gespräch öffnen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete this turn</source>
        <translation>Diese Frage löschen</translation>
    </message>
    <message>
        <source>New batch…</source>
        <translation>Neuer Stapel…</translation>
    </message>
    <message>
        <source>Turns that cannot go right now wait here, in order. Batches are here too.</source>
        <translation>Fragen, die gerade nicht gehen können, warten hier der Reihe nach. Stapel sind auch hier.</translation>
    </message>
    <message>
        <source>One prompt over the rows of a file, at half the price</source>
        <translation>Ein Prompt über die Zeilen einer Datei, zum halben Preis</translation>
    </message>
    <message>
        <source>Open answers</source>
        <translation>Antworten öffnen</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
</context>
<context>
    <name>breakwater::PasteNote</name>
    <message>
        <source>Put it into the text</source>
        <translation>In den Text einfügen</translation>
    </message>
    <message>
        <source>Leave it as a file</source>
        <translation>Als Datei lassen</translation>
    </message>
    <message>
        <source>What you pasted has %1 characters: it goes along as a file.</source>
        <translation>Das Eingefügte hat %1 Zeichen: Es geht als Datei mit.</translation>
    </message>
</context>
<context>
    <name>breakwater::PatienceRow</name>
    <message>
        <source>Seconds to connect</source>
        <translation>Sekunden zum Verbinden</translation>
    </message>
    <message>
        <source>Seconds to the first token</source>
        <translation>Sekunden bis zum ersten Token</translation>
    </message>
    <message>
        <source> s to connect</source>
        <translation> s zum Verbinden</translation>
    </message>
    <message>
        <source>After this the server counts as not reached. Nothing was sent by then.</source>
        <translation>Danach gilt der Server als nicht erreicht. Bis dahin ist nichts gesendet.</translation>
    </message>
    <message>
        <source> s to first token</source>
        <translation> s bis zum ersten Token</translation>
    </message>
    <message>
        <source>At most, for one try. Where a server is usually quicker, Breakwater notices its silence sooner. A slow model on your own machine may need more.</source>
        <translation>Höchstens, für einen Versuch. Wo ein Server sonst schneller ist, bemerkt Breakwater sein Schweigen früher. Ein langsames Modell auf dem eigenen Rechner braucht vielleicht mehr.</translation>
    </message>
</context>
<context>
    <name>breakwater::PlanFigures</name>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>1 row asks what one before it asks, word for word</source>
        <translation>1 Zeile fragt Wort für Wort, was eine davor fragt</translation>
    </message>
    <message>
        <source>%1 rows ask what one before them asks, word for word</source>
        <translation>%1 Zeilen fragen Wort für Wort, was eine davor fragt</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not known for this model</source>
        <translation>für dieses Modell nicht bekannt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>about %1, half of what it costs otherwise</source>
        <translation>etwa %1, die Hälfte des sonstigen Preises</translation>
    </message>
    <message>
        <source>between %1 and %2, half of what it costs otherwise</source>
        <translation>zwischen %1 und %2, die Hälfte des sonstigen Preises</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Zu lesen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>The least is without any answer, the most with each of %1 tokens, which is as long as it may be.</source>
        <translation>Der niedrigste Preis gilt ganz ohne Antworten, der höchste mit je %1 Token, der größten erlaubten Länge.</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>in %1 Teilen</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Und %1 weitere.</translation>
    </message>
</context>
<context>
    <name>breakwater::PreferencesWindow</name>
    <message>
        <source>One change not applied</source>
        <translation>Eine Änderung nicht angewendet</translation>
    </message>
    <message>
        <source>Two changes not applied</source>
        <translation>Zwei Änderungen nicht angewendet</translation>
    </message>
    <message>
        <source>Three changes not applied</source>
        <translation>Drei Änderungen nicht angewendet</translation>
    </message>
    <message>
        <source>%1 changes not applied</source>
        <translation>%1 Änderungen nicht angewendet</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>breakwater::PricesModel</name>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>as input</source>
        <translation>wie Eingabe</translation>
    </message>
    <message>
        <source>any</source>
        <translation>jede</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Cache gelesen</translation>
    </message>
    <message>
        <source>Cache written</source>
        <translation>Cache geschrieben</translation>
    </message>
    <message>
        <source>Prompts over</source>
        <translation>Prompts über</translation>
    </message>
</context>
<context>
    <name>breakwater::PromptCard</name>
    <message>
        <source>Name of the prompt</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>Text der Vorlage</translation>
    </message>
    <message>
        <source>Explain {{topic}} in three sentences.</source>
        <translation>{{thema}} in drei Sätzen erklären.</translation>
    </message>
    <message>
        <source>Remove this prompt</source>
        <translation>Diese Vorlage entfernen</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Neue Vorlage</translation>
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
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
</context>
<context>
    <name>breakwater::PromptMenu</name>
    <message>
        <source>Prompts</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>No prompts yet</source>
        <translation>Noch keine Vorlagen</translation>
    </message>
    <message>
        <source>Keep what is written as a prompt…</source>
        <translation>Geschriebenes als Vorlage behalten …</translation>
    </message>
    <message>
        <source>Change prompts…</source>
        <translation>Vorlagen ändern …</translation>
    </message>
</context>
<context>
    <name>breakwater::PromptsPage</name>
    <message>
        <source>Prompts</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Texts that you use again, from the button beside the message. {{topic}} is asked for each time; {{date}} and {{clipboard}} are filled in.</source>
        <translation>Texte zum Wiederverwenden, über den Knopf neben der Nachricht. Nach {{thema}} wird jedes Mal gefragt; {{date}} (Datum) und {{clipboard}} (Zwischenablage) werden ausgefüllt.</translation>
    </message>
    <message>
        <source>templates snippets variables library</source>
        <translation>textbausteine platzhalter variablen bibliothek prompts</translation>
    </message>
    <message>
        <source>No prompts yet.</source>
        <translation>Noch keine Vorlagen.</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>Vorlage hinzufügen</translation>
    </message>
</context>
<context>
    <name>breakwater::ProviderEditor</name>
    <message>
        <source>Enter the server’s address, for example https://api.example.com.</source>
        <translation>Die Adresse des Servers eingeben, zum Beispiel https://api.example.com.</translation>
    </message>
    <message>
        <source>Needs http:// or https:// in front.</source>
        <translation>Braucht http:// oder https:// davor.</translation>
    </message>
    <message>
        <source>Names no server after http:// or https://.</source>
        <translation>Nennt nach http:// oder https:// keinen Server.</translation>
    </message>
    <message>
        <source>Has a user name or a password in it. Put the key into its own field.</source>
        <translation>Enthält einen Benutzernamen oder ein Passwort. Der Schlüssel gehört in sein eigenes Feld.</translation>
    </message>
    <message>
        <source>Not encrypted: others on the way can read your turns and your key.</source>
        <translation>Nicht verschlüsselt: Andere auf dem Weg können Fragen und Schlüssel lesen.</translation>
    </message>
    <message>
        <source>Use this provider</source>
        <translation>Diesen Anbieter nutzen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Anthropic Messages</source>
        <translation>Anthropic Messages</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>OpenAI-kompatibel</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Wait for reply</source>
        <translation>Auf Antwort warten</translation>
    </message>
    <message>
        <source>Runs inside Breakwater. Nothing is sent anywhere.</source>
        <translation>Läuft in Breakwater selbst. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Messages, streaming, batches</source>
        <translation>Nachrichten, Streaming, Stapel</translation>
    </message>
    <message>
        <source>Chat completions, streaming</source>
        <translation>Chat Completions, Streaming</translation>
    </message>
    <message>
        <source>%1 Nothing is sent there before you agree.</source>
        <translation>%1 Ohne Zustimmung wird nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>Send unencrypted to %1</source>
        <translation>Unverschlüsselt an %1 senden</translation>
    </message>
</context>
<context>
    <name>breakwater::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Where Breakwater may send your turns.</source>
        <translation>Wohin Breakwater Fragen senden darf.</translation>
    </message>
    <message>
        <source>api key base url server anthropic openai local connection test protocol timeout certificate tls ca unencrypted</source>
        <translation>api schlüssel basis url server anthropic openai lokal verbindungstest protokoll zeitlimit zertifikat tls ca unverschlüsselt</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Remove provider</source>
        <translation>Anbieter entfernen</translation>
    </message>
    <message>
        <source>Its routes leave every chain. Revert brings it back until you apply.</source>
        <translation>Seine Routen verlassen jede Kette. Bis zum Anwenden holt „Zurücknehmen“ ihn wieder.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Simulated weather</source>
        <translation>Simuliertes Wetter</translation>
    </message>
    <message>
        <source>Not encrypted, not used</source>
        <translation>Nicht verschlüsselt, nicht genutzt</translation>
    </message>
    <message>
        <source>no model in a chain yet</source>
        <translation>noch kein Modell in einer Kette</translation>
    </message>
    <message>
        <source>1 model in chains</source>
        <translation>1 Modell in Ketten</translation>
    </message>
    <message>
        <source>%1 models in chains</source>
        <translation>%1 Modelle in Ketten</translation>
    </message>
    <message>
        <source>Needs a key, %1</source>
        <translation>Braucht einen Schlüssel, %1</translation>
    </message>
    <message>
        <source>Key refused, %1</source>
        <translation>Schlüssel abgelehnt, %1</translation>
    </message>
    <message>
        <source>Keychain locked, %1</source>
        <translation>Schlüsselbund gesperrt, %1</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
</context>
<context>
    <name>breakwater::QuestionActions</name>
    <message>
        <source>Copy question</source>
        <translation>Frage kopieren</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>Frage bearbeiten</translation>
    </message>
</context>
<context>
    <name>breakwater::RangeSwitch</name>
    <message>
        <source>Range: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
</context>
<context>
    <name>breakwater::ResponsesChart</name>
    <message>
        <source>Responses</source>
        <translation>Antworten der Server</translation>
    </message>
</context>
<context>
    <name>breakwater::RetryCard</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Keep in outbox</source>
        <translation>Im Postausgang behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send as batch</source>
        <translation>Als Stapel senden</translation>
    </message>
</context>
<context>
    <name>breakwater::RetryPage</name>
    <message>
        <source>Drawn at random between 0 and the end of the bar</source>
        <translation>Zufällig zwischen 0 und dem Ende des Balkens</translation>
    </message>
    <message>
        <source>Drawn at random in the bar: never less than half of its end</source>
        <translation>Zufällig im Balken: nie weniger als die Hälfte</translation>
    </message>
    <message>
        <source>Always the same: many clients return together</source>
        <translation>Immer gleich: Viele Clients kehren zugleich zurück</translation>
    </message>
    <message>
        <source>One try for a turn: nothing is waited for</source>
        <translation>Ein Versuch pro Frage: Auf nichts wird gewartet</translation>
    </message>
    <message>
        <source>When one try fails and the second answers</source>
        <translation>Wenn ein Versuch scheitert und der zweite antwortet</translation>
    </message>
    <message>
        <source>When two tries fail and the third answers</source>
        <translation>Wenn zwei Versuche scheitern und der dritte antwortet</translation>
    </message>
    <message>
        <source>When three tries fail and the fourth answers</source>
        <translation>Wenn drei Versuche scheitern und der vierte antwortet</translation>
    </message>
    <message>
        <source>When four tries fail and the fifth answers</source>
        <translation>Wenn vier Versuche scheitern und der fünfte antwortet</translation>
    </message>
    <message>
        <source>When five tries fail and the sixth answers</source>
        <translation>Wenn fünf Versuche scheitern und der sechste antwortet</translation>
    </message>
    <message>
        <source>Retry and breaker</source>
        <translation>Wiederholung und Schutzschalter</translation>
    </message>
    <message>
        <source>How long to wait, how often to try, and when to leave a route alone for a while.</source>
        <translation>Wie lange zu warten ist, wie oft versucht wird und wann eine Route eine Weile Ruhe bekommt.</translation>
    </message>
    <message>
        <source>backoff jitter delay circuit timeout</source>
        <translation>wartezeit zufall verzögerung schutzschalter zeitlimit</translation>
    </message>
    <message>
        <source>%1: first wait, at most</source>
        <translation>%1: erste Wartezeit, höchstens</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>bis zu</translation>
    </message>
    <message>
        <source>%1: longest wait</source>
        <translation>%1: längste Wartezeit</translation>
    </message>
    <message>
        <source>Waits: the first at most, doubling up to the longest</source>
        <translation>Wartezeiten: höchstens die erste, verdoppelt bis zur längsten</translation>
    </message>
    <message>
        <source>Overloaded (529)</source>
        <translation>Überlastet (529)</translation>
    </message>
    <message>
        <source>The provider is full. Give it time.</source>
        <translation>Der Anbieter ist voll. Ihm Zeit lassen.</translation>
    </message>
    <message>
        <source>Server error (5xx)</source>
        <translation>Serverfehler (5xx)</translation>
    </message>
    <message>
        <source>Often over at once.</source>
        <translation>Oft gleich vorbei.</translation>
    </message>
    <message>
        <source>Your own limit (429)</source>
        <translation>Eigenes Limit (429)</translation>
    </message>
    <message>
        <source>When the server does not say how long.</source>
        <translation>Wenn der Server nicht sagt, wie lange.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>The request may have been worked on.</source>
        <translation>An der Anfrage wurde vielleicht gearbeitet.</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht erreichbar.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Between looks whether the network is back.</source>
        <translation>Zwischen zwei Blicken, ob das Netz zurück ist.</translation>
    </message>
    <message>
        <source>Randomness</source>
        <translation>Zufälligkeit</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Halb</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Full spreads many clients apart. Recommended.</source>
        <translation>Voll verteilt viele Clients. Empfohlen.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Tries for a turn</source>
        <translation>Versuche pro Frage</translation>
    </message>
    <message>
        <source>Over all its routes together.</source>
        <translation>Über alle ihre Routen zusammen.</translation>
    </message>
    <message>
        <source> tries</source>
        <translation> Versuche</translation>
    </message>
    <message>
        <source>Follow the server’s own hint</source>
        <translation>Dem Hinweis des Servers folgen</translation>
    </message>
    <message>
        <source>Never sooner than it asks. If it asks for more than this, the turn goes on elsewhere.</source>
        <translation>Nie früher, als er verlangt. Verlangt er mehr als dies, geht die Frage anderswo weiter.</translation>
    </message>
    <message>
        <source>for up to</source>
        <translation>bis zu</translation>
    </message>
    <message>
        <source>Longest hint followed</source>
        <translation>Längster befolgter Hinweis</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>Wiederholungsbudget</translation>
    </message>
    <message>
        <source>Retries to one provider at once; first tries are free.</source>
        <translation>Wiederholungen zugleich bei einem Anbieter; erste Versuche sind frei.</translation>
    </message>
    <message>
        <source> retries</source>
        <translation> Wiederholungen</translation>
    </message>
    <message>
        <source>Budget comes back</source>
        <translation>Budget kommt zurück</translation>
    </message>
    <message>
        <source>So many retries with time.</source>
        <translation>So viele Wiederholungen mit der Zeit.</translation>
    </message>
    <message>
        <source>Retries that come back each minute</source>
        <translation>Wiederholungen, die pro Minute zurückkommen</translation>
    </message>
    <message>
        <source> a minute</source>
        <translation> pro Minute</translation>
    </message>
    <message>
        <source>And is earned</source>
        <translation>Und wird verdient</translation>
    </message>
    <message>
        <source>For each turn answered at its first try.</source>
        <translation>Für jede Frage, die beim ersten Versuch beantwortet wird.</translation>
    </message>
    <message>
        <source>Retries that come back for an answer</source>
        <translation>Wiederholungen, die pro Antwort zurückkommen</translation>
    </message>
    <message>
        <source> an answer</source>
        <translation> pro Antwort</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Schutzschalter</translation>
    </message>
    <message>
        <source>Pause a route after</source>
        <translation>Route pausieren nach</translation>
    </message>
    <message>
        <source>In a row, on a route that used to answer. A 429 never pauses a route: it is your limit.</source>
        <translation>Hintereinander, auf einer Route, die sonst antwortet. Ein 429 pausiert nie eine Route: Es ist das eigene Limit.</translation>
    </message>
    <message>
        <source>Overloads in a row</source>
        <translation>Überlastungen hintereinander</translation>
    </message>
    <message>
        <source> overloads</source>
        <translation> Überlastungen</translation>
    </message>
    <message>
        <source>Or after</source>
        <translation>Oder nach</translation>
    </message>
    <message>
        <source>Failures of any counted kind in a row: 529, 5xx and network.</source>
        <translation>Gezählte Fehler jeder Art hintereinander: 529, 5xx und Netzwerk.</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Fehler hintereinander</translation>
    </message>
    <message>
        <source> failures</source>
        <translation> Fehler</translation>
    </message>
    <message>
        <source>Unless chance explains it</source>
        <translation>Außer wenn der Zufall es erklärt</translation>
    </message>
    <message>
        <source>A run that is likelier than this, by what the route answered before, pauses nothing.</source>
        <translation>Eine Serie, die nach den bisherigen Antworten der Route wahrscheinlicher ist, pausiert nichts.</translation>
    </message>
    <message>
        <source>Likelihood of a run that pauses nothing</source>
        <translation>Wahrscheinlichkeit einer Serie, die nichts pausiert</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>But always after</source>
        <translation>Aber immer nach</translation>
    </message>
    <message>
        <source>In a row, whatever the route answered before.</source>
        <translation>Hintereinander, was immer die Route vorher antwortete.</translation>
    </message>
    <message>
        <source>Longest run of failures</source>
        <translation>Längste Fehlerserie</translation>
    </message>
    <message>
        <source>Or when this share fails</source>
        <translation>Oder wenn dieser Anteil scheitert</translation>
    </message>
    <message>
        <source>Of the requests counted below.</source>
        <translation>Von den unten gezählten Anfragen.</translation>
    </message>
    <message>
        <source>Share that fails</source>
        <translation>Anteil, der scheitert</translation>
    </message>
    <message>
        <source>Of at least</source>
        <translation>Von mindestens</translation>
    </message>
    <message>
        <source>So few say too little; older ones no longer count.</source>
        <translation>Weniger sagen zu wenig; ältere zählen nicht mehr.</translation>
    </message>
    <message>
        <source>Fewest requests for a share</source>
        <translation>Mindestzahl der Anfragen für einen Anteil</translation>
    </message>
    <message>
        <source> requests</source>
        <translation> Anfragen</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>Time in which requests count</source>
        <translation>Zeit, in der Anfragen zählen</translation>
    </message>
    <message>
        <source>Pause for, after overloads</source>
        <translation>Pause nach Überlastungen</translation>
    </message>
    <message>
        <source>Doubles if the test fails. Half as long to half as long again, by chance.</source>
        <translation>Verdoppelt sich, wenn der Test scheitert. Zufällig halb bis anderthalbmal so lang.</translation>
    </message>
    <message>
        <source>First pause after overloads</source>
        <translation>Erste Pause nach Überlastungen</translation>
    </message>
    <message>
        <source>Pause for, after other failures</source>
        <translation>Pause nach anderen Fehlern</translation>
    </message>
    <message>
        <source>Doubles in the same way.</source>
        <translation>Verdoppelt sich ebenso.</translation>
    </message>
    <message>
        <source>First pause after other failures</source>
        <translation>Erste Pause nach anderen Fehlern</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>No doubling goes beyond it; a server’s hint may.</source>
        <translation>Keine Verdopplung geht darüber hinaus; ein Hinweis des Servers vielleicht.</translation>
    </message>
    <message>
        <source>Shortest pause</source>
        <translation>Kürzeste Pause</translation>
    </message>
    <message>
        <source>Turns that wait together share one pause: the more of them, the sooner one tests the route for all.</source>
        <translation>Wartende Fragen teilen sich eine Pause: je mehr, desto eher testet eine die Route für alle.</translation>
    </message>
    <message>
        <source>Call it a false alarm within</source>
        <translation>Fehlalarm, wenn binnen</translation>
    </message>
    <message>
        <source>Well again so soon, it had not been down, and all may go at once.</source>
        <translation>So bald wieder gesund, war sie nicht ausgefallen, und alle dürfen zugleich gehen.</translation>
    </message>
    <message>
        <source>Time of a false alarm</source>
        <translation>Zeit eines Fehlalarms</translation>
    </message>
    <message>
        <source>After a pause, begin with</source>
        <translation>Nach einer Pause beginnen mit</translation>
    </message>
    <message>
        <source>One more at once with each answer, until so many came.</source>
        <translation>Mit jeder Antwort eine mehr zugleich, bis so viele kamen.</translation>
    </message>
    <message>
        <source>Requests at once after a pause</source>
        <translation>Anfragen zugleich nach einer Pause</translation>
    </message>
    <message>
        <source> at once</source>
        <translation> zugleich</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Answers until all may go</source>
        <translation>Antworten, bis alle dürfen</translation>
    </message>
    <message>
        <source> answers</source>
        <translation> Antworten</translation>
    </message>
    <message>
        <source>Forget a doubling after</source>
        <translation>Verdopplung vergessen nach</translation>
    </message>
    <message>
        <source>Time that the route has to flow for it.</source>
        <translation>So lange muss die Route dafür fließen.</translation>
    </message>
    <message>
        <source>Time to forget a doubling</source>
        <translation>Zeit zum Vergessen einer Verdopplung</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Wait for a turn</source>
        <translation>Auf eine Frage warten</translation>
    </message>
    <message>
        <source>To its first word, over all tries. Then it goes to the outbox.</source>
        <translation>Bis zu ihrem ersten Wort, über alle Versuche. Dann geht sie in den Postausgang.</translation>
    </message>
    <message>
        <source>Do not retry in the last</source>
        <translation>Nicht wiederholen in den letzten</translation>
    </message>
    <message>
        <source>With less time than this left, another try is of no use.</source>
        <translation>Bleibt weniger Zeit, nützt ein weiterer Versuch nichts.</translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation>Auf eine Verbindung warten</translation>
    </message>
    <message>
        <source>One try. A provider may have a time of its own.</source>
        <translation>Ein Versuch. Ein Anbieter kann eine eigene Zeit haben.</translation>
    </message>
    <message>
        <source>Wait for a reply</source>
        <translation>Auf eine Antwort warten</translation>
    </message>
    <message>
        <source>One try, from the connection to the first line of the reply.</source>
        <translation>Ein Versuch, von der Verbindung bis zur ersten Zeile der Antwort.</translation>
    </message>
    <message>
        <source>Wait for the first word</source>
        <translation>Auf das erste Wort warten</translation>
    </message>
    <message>
        <source>One try. Too short makes an overload worse.</source>
        <translation>Ein Versuch. Zu kurz macht eine Überlastung schlimmer.</translation>
    </message>
    <message>
        <source>Silence inside an answer</source>
        <translation>Stille in einer Antwort</translation>
    </message>
    <message>
        <source>After this the answer counts as broken off; what came is kept.</source>
        <translation>Danach gilt die Antwort als abgebrochen; was kam, bleibt.</translation>
    </message>
    <message>
        <source>Notice silence sooner, at</source>
        <translation>Stille früher bemerken, bei</translation>
    </message>
    <message>
        <source>Breakwater learns how quick a route is, and gives a silent try up before the times above.</source>
        <translation>Breakwater lernt, wie schnell eine Route ist, und gibt einen stillen Versuch vor den obigen Zeiten auf.</translation>
    </message>
    <message>
        <source>Times the usual silence</source>
        <translation>Vielfaches der üblichen Stille</translation>
    </message>
    <message>
        <source> times</source>
        <translation>-mal</translation>
    </message>
    <message>
        <source>the usual</source>
        <translation>so lang wie üblich</translation>
    </message>
    <message>
        <source>But never before</source>
        <translation>Aber nie vor</translation>
    </message>
    <message>
        <source>However quick a route is. Too short makes an overload worse.</source>
        <translation>Wie schnell eine Route auch ist. Zu kurz macht eine Überlastung schlimmer.</translation>
    </message>
    <message>
        <source>Ask anew when it broke off within</source>
        <translation>Neu fragen bei Abbruch binnen</translation>
    </message>
    <message>
        <source>A longer answer is continued instead. Both keep what came.</source>
        <translation>Eine längere Antwort wird stattdessen fortgesetzt. Beides behält, was kam.</translation>
    </message>
    <message>
        <source>Ask before sending after</source>
        <translation>Vor dem Senden fragen nach</translation>
    </message>
    <message>
        <source>What waited longer in the outbox may not be wanted any more.</source>
        <translation>Was länger im Postausgang wartete, wird vielleicht nicht mehr gebraucht.</translation>
    </message>
    <message>
        <source>Time in the outbox before it asks</source>
        <translation>Zeit im Postausgang bis zur Nachfrage</translation>
    </message>
    <message>
        <source>Each wait</source>
        <translation>Jede Wartezeit</translation>
    </message>
    <message>
        <source>Kind of wait shown</source>
        <translation>Gezeigte Art der Wartezeit</translation>
    </message>
    <message>
        <source>All waits together</source>
        <translation>Alle Wartezeiten zusammen</translation>
    </message>
    <message>
        <source>The breaker, with these settings</source>
        <translation>Der Schutzschalter mit diesen Einstellungen</translation>
    </message>
</context>
<context>
    <name>breakwater::RoomBars</name>
    <message>
        <source>Room left</source>
        <translation>Verbleibender Spielraum</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>breakwater::RoomChart</name>
    <message>
        <source>Room left under your limits</source>
        <translation>Spielraum unter den eigenen Limits</translation>
    </message>
</context>
<context>
    <name>breakwater::RoomList</name>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 übrig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>Wiederholungsbudget</translation>
    </message>
    <message>
        <source>limits reset in %1</source>
        <translation>Limits werden in %1 zurückgesetzt</translation>
    </message>
</context>
<context>
    <name>breakwater::RouteCard</name>
    <message>
        <source>While the next route could answer, Breakwater waits this long for this one, and no longer.</source>
        <translation>Solange die nächste Route antworten könnte, wartet Breakwater so lange auf diese und nicht länger.</translation>
    </message>
    <message>
        <source>%1 after 1 try</source>
        <translation>%1 nach 1 Versuch</translation>
    </message>
    <message>
        <source>%1 after %2 tries</source>
        <translation>%1 nach %2 Versuchen</translation>
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
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>429</source>
        <translation>429</translation>
    </message>
    <message>
        <source>never moves on by itself</source>
        <translation>zieht nie von selbst weiter</translation>
    </message>
    <message>
        <source>Route %1 of %2, %3, worth a wait of %4 seconds</source>
        <translation>Route %1 von %2, %3, höchstens %4 Sekunden Wartezeit</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move it.</source>
        <translation>Alt+Auf und Alt+Ab verschieben sie.</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Zum Verschieben ziehen</translation>
    </message>
    <message>
        <source>Worth a wait of</source>
        <translation>Wartezeit höchstens</translation>
    </message>
    <message>
        <source>No route comes after this one.</source>
        <translation>Nach dieser kommt keine Route.</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>worth a wait of</source>
        <translation>Wartezeit höchstens</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>As the model does</source>
        <translation>Wie das Modell</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>Sehr hoch</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Maximal</translation>
    </message>
    <message>
        <source>Move on when</source>
        <translation>Weiterziehen bei</translation>
    </message>
    <message>
        <source>Overloaded (529)</source>
        <translation>Überlastet (529)</translation>
    </message>
    <message>
        <source>Server error (5xx)</source>
        <translation>Serverfehler (5xx)</translation>
    </message>
    <message>
        <source>The network fails</source>
        <translation>Netzwerkfehler</translation>
    </message>
    <message>
        <source>Your own limit (429)</source>
        <translation>Eigenes Limit (429)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove route</source>
        <translation>Route entfernen</translation>
    </message>
</context>
<context>
    <name>breakwater::RouteChip</name>
    <message>
        <source>No route yet</source>
        <translation>Noch keine Route</translation>
    </message>
    <message>
        <source>and 1 fallback</source>
        <translation>und 1 Ausweichroute</translation>
    </message>
    <message>
        <source>and %1 fallbacks</source>
        <translation>und %1 Ausweichrouten</translation>
    </message>
    <message>
        <source>Model or chain: %1</source>
        <translation>Modell oder Kette: %1</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
    <message>
        <source>%1 and 1 fallback</source>
        <translation>%1 und 1 Ausweichroute</translation>
    </message>
    <message>
        <source>%1 and %2 fallbacks</source>
        <translation>%1 und %2 Ausweichrouten</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Change chains…</source>
        <translation>Ketten ändern…</translation>
    </message>
    <message>
        <source>Choose model or chain</source>
        <translation>Modell oder Kette wählen</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, dann %2</translation>
    </message>
</context>
<context>
    <name>breakwater::RouteLanes</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
</context>
<context>
    <name>breakwater::RouteList</name>
    <message>
        <source>unknown provider</source>
        <translation>unbekannter Anbieter</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1, aus</translation>
    </message>
    <message>
        <source>%1, passed by: not encrypted, see Providers</source>
        <translation>%1, übergangen: nicht verschlüsselt, siehe Anbieter</translation>
    </message>
    <message>
        <source>Unknown route</source>
        <translation>Unbekannte Route</translation>
    </message>
</context>
<context>
    <name>breakwater::RowDetail</name>
    <message>
        <source>%1, %2</source>
        <comment>a file and its size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Beantwortet von %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>Warum sie fehlschlug</translation>
    </message>
    <message>
        <source>It has no answer yet.</source>
        <translation>Sie hat noch keine Antwort.</translation>
    </message>
    <message>
        <source>Nobody worked on it. It cost nothing.</source>
        <translation>Niemand hat sie bearbeitet. Sie hat nichts gekostet.</translation>
    </message>
    <message>
        <source>Open as conversation</source>
        <translation>Als Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>Den Prompt kopieren</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Die Antwort kopieren</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number and label of a row</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Earlier messages that go along: %1</source>
        <translation>Frühere Nachrichten, die mitgehen: %1</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
</context>
<context>
    <name>breakwater::RowProblemWords</name>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>“%1” is larger than the %2 that an image may have.</source>
        <translation>„%1“ ist größer als die %2, die ein Bild haben darf.</translation>
    </message>
    <message>
        <source>“%1” is larger than the %2 that a request can carry.</source>
        <translation>„%1“ ist größer als die %2, die eine Anfrage mitnehmen kann.</translation>
    </message>
    <message>
        <source>“%1” is neither text, a PDF nor an image that models read: PNG, JPEG, GIF or WebP.</source>
        <translation>„%1“ ist weder Text noch PDF noch ein Bild, das Modelle lesen: PNG, JPEG, GIF oder WebP.</translation>
    </message>
    <message>
        <source>“%1” is no PDF, whatever its name says.</source>
        <translation>„%1“ ist kein PDF, was immer sein Name sagt.</translation>
    </message>
    <message>
        <source>“%1” is no text: its bytes are neither UTF-8 nor UTF-16.</source>
        <translation>„%1“ ist kein Text: Seine Bytes sind weder UTF-8 noch UTF-16.</translation>
    </message>
    <message>
        <source>%1 has text behind a closing quote.</source>
        <translation>%1 hat Text hinter einem schließenden Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1 has one field instead of %2.</source>
        <translation>%1 hat ein Feld statt %2.</translation>
    </message>
    <message>
        <source>%1 has %2 fields instead of %3.</source>
        <translation>%1 hat %2 Felder statt %3.</translation>
    </message>
    <message>
        <source>%1 is no text: its bytes are not UTF-8.</source>
        <translation>%1 ist kein Text: Die Bytes sind nicht UTF-8.</translation>
    </message>
    <message>
        <source>%1 is no JSON.</source>
        <translation>%1 ist kein JSON.</translation>
    </message>
    <message>
        <source>%1 is JSON, but no object with names and values.</source>
        <translation>%1 ist JSON, aber kein Objekt mit Namen und Werten.</translation>
    </message>
    <message>
        <source>%1 is longer than a request may be.</source>
        <translation>%1 ist länger, als eine Anfrage sein darf.</translation>
    </message>
    <message>
        <source>%1 has no value for {{%2}}.</source>
        <translation>%1 hat keinen Wert für {{%2}}.</translation>
    </message>
    <message>
        <source>%1 leaves the prompt empty.</source>
        <translation>%1 lässt den Prompt leer.</translation>
    </message>
    <message>
        <source>%1 makes a request of %2, and a batch takes %3 at most.</source>
        <translation>%1 ergibt eine Anfrage von %2, und ein Stapel nimmt höchstens %3 an.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Dateizeile %1</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>From line %1 on the file cannot be read: %2.</source>
        <translation>Ab Dateizeile %1 kann die Datei nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The file has no rows: nothing is in it, or its first line names no columns.</source>
        <translation>Die Datei hat keine Zeilen: Nichts steht darin, oder ihre erste Zeile nennt keine Spalten.</translation>
    </message>
    <message>
        <source>Two columns are named “%1”. No row is read before each has a name of its own.</source>
        <translation>Zwei Spalten heißen „%1“. Keine Zeile wird gelesen, bevor jede Spalte einen eigenen Namen hat.</translation>
    </message>
    <message>
        <source>The quote that line %1 opens is never closed. Nothing behind it is read.</source>
        <translation>Das Anführungszeichen, das in Dateizeile %1 beginnt, wird nie geschlossen. Nichts dahinter wird gelesen.</translation>
    </message>
    <message>
        <source>%1 has about %2 tokens, and the model takes %3. It is asked all the same.</source>
        <translation>%1 hat etwa %2 Token, und das Modell nimmt %3 an. Gefragt wird trotzdem.</translation>
    </message>
    <message>
        <source>%1 It is left out.</source>
        <translation>%1 Sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>no columns</source>
        <translation>keine Spalten</translation>
    </message>
    <message>
        <source>a name twice</source>
        <translation>ein Name doppelt</translation>
    </message>
    <message>
        <source>a quote not closed</source>
        <translation>ein Anführungszeichen nicht geschlossen</translation>
    </message>
    <message>
        <source>text behind a quote</source>
        <translation>Text hinter einem Anführungszeichen</translation>
    </message>
    <message>
        <source>too few fields</source>
        <translation>zu wenige Felder</translation>
    </message>
    <message>
        <source>too many fields</source>
        <translation>zu viele Felder</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>kein JSON</translation>
    </message>
    <message>
        <source>no object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>nothing asked</source>
        <translation>nichts gefragt</translation>
    </message>
    <message>
        <source>too many tokens</source>
        <translation>zu viele Token</translation>
    </message>
</context>
<context>
    <name>breakwater::RowTable</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>breakwater::RowView</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>breakwater::RowsChoice</name>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose files, one row each…</source>
        <translation>Dateien wählen, je eine Zeile…</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>Die Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>A CSV file whose first line names the columns, a JSONL file, or many texts, images and PDFs. They can be dropped here, too.</source>
        <translation>Eine CSV-Datei, deren erste Zeile die Spalten nennt, eine JSONL-Datei oder viele Texte, Bilder und PDFs. Sie lassen sich auch hierher ziehen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 rows so far</source>
        <translation>bisher %1 Zeilen</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Files, one row each – Breakwater</source>
        <translation>Dateien, je eine Zeile – Breakwater</translation>
    </message>
    <message>
        <source>Rows of a batch – Breakwater</source>
        <translation>Zeilen eines Stapels – Breakwater</translation>
    </message>
    <message>
        <source>Rows (*.csv *.tsv *.jsonl *.ndjson *.json *.txt)</source>
        <translation>Zeilen (*.csv *.tsv *.jsonl *.ndjson *.json *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>breakwater::RowsPreview</name>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>Prompt of the chosen row</source>
        <translation>Prompt der gewählten Zeile</translation>
    </message>
    <message>
        <source>The first %1 rows</source>
        <translation>Die ersten %1 Zeilen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Row %1, %2, %3</source>
        <translation>Zeile %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>breakwater::SamplingFields</name>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Token</translation>
    </message>
    <message>
        <source>0 says the likeliest, 1 and more surprises</source>
        <translation>0 sagt das Wahrscheinlichste, 1 und mehr überrascht</translation>
    </message>
    <message>
        <source>Draws among the likeliest words only</source>
        <translation>Wählt nur unter den wahrscheinlichsten Wörtern</translation>
    </message>
    <message>
        <source>With the thinking</source>
        <translation>Mit dem Denken</translation>
    </message>
</context>
<context>
    <name>breakwater::SearchField</name>
    <message>
        <source>Empty the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Filter the search</source>
        <translation>Suche filtern</translation>
    </message>
    <message>
        <source>The search is filtered</source>
        <translation>Die Suche ist gefiltert</translation>
    </message>
</context>
<context>
    <name>breakwater::SendButton</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Other times to send</source>
        <translation>Andere Zeiten zum Senden</translation>
    </message>
    <message>
        <source>Send now (%1)</source>
        <translation>Jetzt senden (%1)</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Send off-peak…</source>
        <translation>In der Nebenzeit senden…</translation>
    </message>
    <message>
        <source>It has no hours yet</source>
        <translation>Sie hat noch keine Stunden</translation>
    </message>
    <message>
        <source>Send off-peak</source>
        <translation>In der Nebenzeit senden</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Strg+Umschalt+Enter</translation>
    </message>
    <message>
        <source>Send as batch</source>
        <translation>Als Stapel senden</translation>
    </message>
    <message>
        <source>No model of this chain takes batches</source>
        <translation>Kein Modell dieser Kette nimmt Stapel an</translation>
    </message>
    <message>
        <source>%1, half price, answer within 24 hours</source>
        <translation>%1, halber Preis, Antwort binnen 24 Stunden</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Enter</source>
        <translation>Strg+Alt+Enter</translation>
    </message>
</context>
<context>
    <name>breakwater::SeriesCounter</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hide in the charts</source>
        <translation>In den Diagrammen verbergen</translation>
    </message>
    <message>
        <source>Show in the charts</source>
        <translation>In den Diagrammen zeigen</translation>
    </message>
</context>
<context>
    <name>breakwater::SetAside</name>
    <message>
        <source>Broke off after one word.</source>
        <translation>Nach einem Wort abgebrochen.</translation>
    </message>
    <message>
        <source>Broke off after %1 words.</source>
        <translation>Nach %1 Wörtern abgebrochen.</translation>
    </message>
    <message>
        <source>Asked again, but no answer came.</source>
        <translation>Neu gefragt, aber es kam keine Antwort.</translation>
    </message>
    <message>
        <source>Asked again below.</source>
        <translation>Unten neu gefragt.</translation>
    </message>
</context>
<context>
    <name>breakwater::ShellCommand</name>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Go to a conversation, command or setting</source>
        <translation>Zu Unterhaltung, Befehl oder Einstellung gehen</translation>
    </message>
    <message>
        <source>Search in all conversations</source>
        <translation>In allen Unterhaltungen suchen</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Unterhaltung</translation>
    </message>
    <message>
        <source>Conversation before</source>
        <translation>Vorige Unterhaltung</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Unterhaltung umbenennen</translation>
    </message>
    <message>
        <source>Instructions of the conversation</source>
        <translation>Anweisungen der Unterhaltung</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Choose model or chain</source>
        <translation>Modell oder Kette wählen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Use the next route now</source>
        <translation>Jetzt die nächste Route nehmen</translation>
    </message>
    <message>
        <source>Keep in the outbox</source>
        <translation>Im Postausgang behalten</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Flight record of the last turn</source>
        <translation>Flugprotokoll der letzten Frage</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Next place of what is looked for</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Place before</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Text as large as it was made</source>
        <translation>Text in ursprünglicher Größe</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Outbox and batches</source>
        <translation>Postausgang und Stapel</translation>
    </message>
    <message>
        <source>Weather panel</source>
        <translation>Wetterleiste</translation>
    </message>
    <message>
        <source>Weather in its own window</source>
        <translation>Wetter im eigenen Fenster</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Part of the window before</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Use a prompt</source>
        <translation>Vorlage verwenden</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Neuer Stapel</translation>
    </message>
</context>
<context>
    <name>breakwater::ShortcutField</name>
    <message>
        <source>Keys of “%1”: %2</source>
        <translation>Tasten von „%1“: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Press the new keys. Esc leaves them, Backspace takes them away.</source>
        <translation>Die neuen Tasten drücken. Esc belässt sie, die Rücktaste nimmt sie weg.</translation>
    </message>
    <message>
        <source>Press keys…</source>
        <translation>Tasten drücken…</translation>
    </message>
</context>
<context>
    <name>breakwater::ShownList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>breakwater::Sidebar</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Hide the sidebar</source>
        <translation>Seitenleiste verbergen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Filter the search</source>
        <translation>Suche filtern</translation>
    </message>
    <message>
        <source>There are older ones: type more words, or before: and a day.</source>
        <translation>Es gibt ältere: mehr Wörter tippen, oder before: und einen Tag.</translation>
    </message>
    <message>
        <source>There are more: type more words, or after: and a day.</source>
        <translation>Es gibt mehr: mehr Wörter tippen, oder after: und einen Tag.</translation>
    </message>
    <message>
        <source>The last messages are still being indexed.</source>
        <translation>Die letzten Nachrichten werden noch indiziert.</translation>
    </message>
    <message>
        <source>The messages could not be searched.</source>
        <translation>Die Nachrichten konnten nicht durchsucht werden.</translation>
    </message>
    <message>
        <source>No messages found</source>
        <translation>Keine Nachrichten gefunden</translation>
    </message>
    <message>
        <source>No title has “%1”.</source>
        <translation>Kein Titel enthält „%1“.</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Check the spelling, or search without the filters.</source>
        <translation>Die Schreibung prüfen oder ohne Filter suchen.</translation>
    </message>
    <message>
        <source>It is in no title and in no message. Check the spelling.</source>
        <translation>Es steht in keinem Titel und keiner Nachricht. Die Schreibung prüfen.</translation>
    </message>
    <message>
        <source>It is in no title. Check the spelling.</source>
        <translation>Es steht in keinem Titel. Die Schreibung prüfen.</translation>
    </message>
    <message>
        <source>The oldest messages were not searched.</source>
        <translation>Die ältesten Nachrichten wurden nicht durchsucht.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nichts gefunden für „%1“</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>breakwater::SimulatorPage</name>
    <message>
        <source>Simulated weather</source>
        <translation>Simuliertes Wetter</translation>
    </message>
    <message>
        <source>What the simulated provider does. Nothing is sent anywhere.</source>
        <translation>Was der simulierte Anbieter tut. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>simulator fault injection test script storm</source>
        <translation>simulator fehler einspeisen test skript sturm</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Weather script</source>
        <translation>Wetterskript</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Which requests are refused, how, and when.</source>
        <translation>Welche Anfragen abgelehnt werden, wie und wann.</translation>
    </message>
    <message>
        <source> times</source>
        <translation>-mal</translation>
    </message>
    <message>
        <source>How fast the script goes; 1 is its own time.</source>
        <translation>Wie schnell das Skript läuft; 1 ist seine eigene Zeit.</translation>
    </message>
    <message>
        <source>Open a weather script</source>
        <translation>Wetterskript öffnen</translation>
    </message>
</context>
<context>
    <name>breakwater::SpellField</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>%1 languages</source>
        <translation>%1 Sprachen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>breakwater::SpellMarks</name>
    <message>
        <source>No suggestion</source>
        <translation>Kein Vorschlag</translation>
    </message>
    <message>
        <source>Add “%1” to the dictionary</source>
        <translation>„%1“ ins Wörterbuch aufnehmen</translation>
    </message>
    <message>
        <source>Ignore for now</source>
        <translation>Vorerst ignorieren</translation>
    </message>
</context>
<context>
    <name>breakwater::StateFilter</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Welche Zeilen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a state of rows, and how many are in it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>breakwater::StatusList</name>
    <message>
        <source>Unknown: its page cannot be read</source>
        <translation>Unbekannt: Die Seite ist nicht lesbar</translation>
    </message>
    <message>
        <source>All working</source>
        <translation>Alles läuft</translation>
    </message>
    <message>
        <source>Works less well than usual</source>
        <translation>Läuft schlechter als sonst</translation>
    </message>
    <message>
        <source>Partly down</source>
        <translation>Teilweise ausgefallen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Under maintenance</source>
        <translation>In Wartung</translation>
    </message>
    <message>
        <source>checked just now</source>
        <translation>gerade eben geprüft</translation>
    </message>
    <message>
        <source>checked %1 min ago</source>
        <translation>vor %1 min geprüft</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Now, %1</source>
        <translation>Jetzt, %1</translation>
    </message>
    <message>
        <source>%1 to %2, resolved</source>
        <translation>%1 bis %2, behoben</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Provider status</source>
        <translation>Anbieterstatus</translation>
    </message>
</context>
<context>
    <name>breakwater::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What was spent, and the limit for a day</source>
        <translation>Was ausgegeben wurde, und das Limit pro Tag</translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>Postausgang leer</translation>
    </message>
    <message>
        <source>%1 in outbox</source>
        <translation>%1 im Postausgang</translation>
    </message>
    <message>
        <source>%1% of your limit free</source>
        <translation>%1&#xa0;% des Limits frei</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Postausgang öffnen</translation>
    </message>
    <message>
        <source>1 batch under way</source>
        <translation>1 Stapel unterwegs</translation>
    </message>
    <message>
        <source>%1 batches under way</source>
        <translation>%1 Stapel unterwegs</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>breakwater::StoreWords</name>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Breakwater’s folder is not there.</source>
        <translation>Der Ordner von Breakwater ist nicht da.</translation>
    </message>
    <message>
        <source>Something else is in the place of Breakwater’s folder.</source>
        <translation>An der Stelle des Ordners von Breakwater liegt etwas anderes.</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>Der Datenträger ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The disk does not work as it should.</source>
        <translation>Der Datenträger arbeitet nicht richtig.</translation>
    </message>
    <message>
        <source>Breakwater’s folder cannot be written.</source>
        <translation>Der Ordner von Breakwater ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Another program holds Breakwater’s history.</source>
        <translation>Ein anderes Programm hält den Verlauf von Breakwater.</translation>
    </message>
    <message>
        <source>Breakwater’s history is damaged.</source>
        <translation>Der Verlauf von Breakwater ist beschädigt.</translation>
    </message>
    <message>
        <source>Breakwater could not save this turn.</source>
        <translation>Breakwater konnte diese Frage nicht sichern.</translation>
    </message>
    <message>
        <source>About 20 MB is enough.</source>
        <translation>Etwa 20 MB genügen.</translation>
    </message>
    <message>
        <source>Bring it back, or connect the disk that it is on.</source>
        <translation>Zurückholen oder den Datenträger verbinden, auf dem er liegt.</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>Bitte wegräumen.</translation>
    </message>
    <message>
        <source>The disk has to be made writable, or connected again.</source>
        <translation>Der Datenträger muss beschreibbar gemacht oder neu verbunden werden.</translation>
    </message>
    <message>
        <source>The disk has to be repaired, or connected again.</source>
        <translation>Der Datenträger muss repariert oder neu verbunden werden.</translation>
    </message>
    <message>
        <source>It needs permission to write there.</source>
        <translation>Dort fehlt die Schreibberechtigung.</translation>
    </message>
    <message>
        <source>It is written when that program lets go.</source>
        <translation>Es wird geschrieben, wenn dieses Programm loslässt.</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>Das System sagt: %1.</translation>
    </message>
    <message>
        <source>This answer is on screen but not saved.</source>
        <translation>Diese Antwort ist zu sehen, aber nicht gesichert.</translation>
    </message>
    <message>
        <source>What you see is on screen but not saved.</source>
        <translation>Was zu sehen ist, ist nicht gesichert.</translation>
    </message>
    <message>
        <source>This turn was not sent. Your text is kept.</source>
        <translation>Diese Frage wurde nicht gesendet. Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Breakwater could not save a change.</source>
        <translation>Breakwater konnte eine Änderung nicht sichern.</translation>
    </message>
    <message>
        <source>Your last changes are on screen but not saved. Breakwater keeps them and tries again.</source>
        <translation>Die letzten Änderungen sind zu sehen, aber nicht gesichert. Breakwater behält sie und versucht es erneut.</translation>
    </message>
    <message>
        <source>A newer Breakwater wrote your history.</source>
        <translation>Ein neueres Breakwater hat den Verlauf geschrieben.</translation>
    </message>
    <message>
        <source>%1 wrote it; this program cannot read it. Nothing was changed. Update the program, or start it with another folder: breakwater --data FOLDER.</source>
        <translation>%1 hat ihn geschrieben; dieses Programm kann ihn nicht lesen. Nichts wurde geändert. Das Programm aktualisieren oder mit einem anderen Ordner starten: breakwater --data ORDNER.</translation>
    </message>
    <message>
        <source>A later version</source>
        <translation>Eine spätere Version</translation>
    </message>
    <message>
        <source>This version has to change the file, and makes a copy before. Nothing was changed.</source>
        <translation>Diese Version muss die Datei ändern und legt davor eine Kopie an. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Your history could not be copied.</source>
        <translation>Der Verlauf konnte nicht kopiert werden.</translation>
    </message>
    <message>
        <source>%1 The disk has no room for the copy: %2.</source>
        <translation>%1 Für die Kopie fehlt auf dem Datenträger der Platz: %2.</translation>
    </message>
    <message>
        <source>%1 is missing. Bring it back, or connect the disk that it is on, then try again. Nothing can be sent before.</source>
        <translation>%1 fehlt. Zurückholen oder den Datenträger verbinden, dann erneut versuchen. Vorher kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>A file is in the place of Breakwater’s folder.</source>
        <translation>An der Stelle des Ordners von Breakwater liegt eine Datei.</translation>
    </message>
    <message>
        <source>%1 is a file. Move it away, then try again. Nothing can be sent before.</source>
        <translation>%1 ist eine Datei. Wegräumen, dann erneut versuchen. Vorher kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>A folder is in the place of Breakwater’s history.</source>
        <translation>An der Stelle des Verlaufs von Breakwater liegt ein Ordner.</translation>
    </message>
    <message>
        <source>%1 is a folder. Move it away, then try again. Nothing can be sent before.</source>
        <translation>%1 ist ein Ordner. Wegräumen, dann erneut versuchen. Vorher kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>%1 is on it, and has to be writable. Your history is unchanged. Nothing can be sent before.</source>
        <translation>%1 liegt darauf und muss beschreibbar sein. Der Verlauf ist unverändert. Vorher kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>It needs permission to write in %1. Your history is unchanged. Nothing can be sent before.</source>
        <translation>In %1 fehlt die Schreibberechtigung. Der Verlauf ist unverändert. Vorher kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Your history cannot be opened without about 20 MB of room in %1. It is unchanged. Nothing can be sent before.</source>
        <translation>Ohne etwa 20 MB Platz in %1 lässt sich der Verlauf nicht öffnen. Er ist unverändert. Vorher kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Let it go of %1, then try again. Nothing can be sent before.</source>
        <translation>%1 dort freigeben, dann erneut versuchen. Vorher kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Your history is damaged and could not be mended.</source>
        <translation>Der Verlauf ist beschädigt und ließ sich nicht reparieren.</translation>
    </message>
    <message>
        <source>%1 is as it was. Nothing can be sent before.</source>
        <translation>%1 ist, wie es war. Vorher kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Your history could not be opened.</source>
        <translation>Der Verlauf konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Your history can be read, but nothing can be sent or changed before %1 can be written.</source>
        <translation>Der Verlauf ist lesbar, aber nichts kann gesendet oder geändert werden, bevor %1 beschreibbar ist.</translation>
    </message>
    <message>
        <source>There is not enough room on that disk.</source>
        <translation>Auf diesem Datenträger ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A newer Breakwater wrote that file.</source>
        <translation>Ein neueres Breakwater hat diese Datei geschrieben.</translation>
    </message>
    <message>
        <source>Update the program to read it. Nothing was changed.</source>
        <translation>Zum Lesen das Programm aktualisieren. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>That file is damaged, or no history of Breakwater.</source>
        <translation>Diese Datei ist beschädigt oder kein Verlauf von Breakwater.</translation>
    </message>
    <message>
        <source>There is a history in that folder already.</source>
        <translation>In diesem Ordner liegt schon ein Verlauf.</translation>
    </message>
    <message>
        <source>Choose another folder. Nothing was changed.</source>
        <translation>Einen anderen Ordner wählen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Another program holds the history.</source>
        <translation>Ein anderes Programm hält den Verlauf.</translation>
    </message>
    <message>
        <source>Try again when it lets go. Nothing was changed.</source>
        <translation>Erneut versuchen, wenn es loslässt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>That folder cannot be written.</source>
        <translation>Dieser Ordner ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Choose one where you may write. Nothing was changed.</source>
        <translation>Einen beschreibbaren Ordner wählen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>The system says: %1. Nothing was changed.</source>
        <translation>Das System sagt: %1. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 messages were read.</source>
        <translation>%1 Nachrichten wurden gelesen.</translation>
    </message>
    <message>
        <source>All %1 messages were read.</source>
        <translation>Alle %1 Nachrichten wurden gelesen.</translation>
    </message>
    <message>
        <source>%1 of %2 messages were read.</source>
        <translation>%1 von %2 Nachrichten wurden gelesen.</translation>
    </message>
    <message>
        <source>Your history was damaged, and is mended.</source>
        <translation>Der Verlauf war beschädigt und ist repariert.</translation>
    </message>
    <message>
        <source>%1 The damaged file is kept at %2.</source>
        <translation>%1 Die beschädigte Datei liegt in %2.</translation>
    </message>
    <message>
        <source>Your settings could not be read.</source>
        <translation>Die Einstellungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Breakwater began with its usual ones. The damaged file is kept at %1.</source>
        <translation>Breakwater begann mit den üblichen. Die beschädigte Datei liegt in %1.</translation>
    </message>
    <message>
        <source>Breakwater could not write this batch down.</source>
        <translation>Breakwater konnte diesen Stapel nicht sichern.</translation>
    </message>
    <message>
        <source>Nothing was sent. All that stands here is kept.</source>
        <translation>Nichts wurde gesendet. Alles, was hier steht, bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>breakwater::TestView</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabe-Token</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabe-Token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Reached %1</source>
        <translation>%1 erreicht</translation>
    </message>
    <message>
        <source>Did not reach the server</source>
        <translation>Server nicht erreicht</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Sichere Verbindung</translation>
    </message>
    <message>
        <source>The connection is not secure</source>
        <translation>Die Verbindung ist nicht sicher</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Schlüssel angenommen</translation>
    </message>
    <message>
        <source>The key was refused</source>
        <translation>Der Schlüssel wurde abgelehnt</translation>
    </message>
    <message>
        <source>Found 1 model</source>
        <translation>1 Modell gefunden</translation>
    </message>
    <message>
        <source>Found %1 models</source>
        <translation>%1 Modelle gefunden</translation>
    </message>
    <message>
        <source>Gave no list of models</source>
        <translation>Gab keine Liste von Modellen</translation>
    </message>
    <message>
        <source>Answered one short message</source>
        <translation>Beantwortete eine kurze Nachricht</translation>
    </message>
    <message>
        <source>Did not answer one short message</source>
        <translation>Beantwortete eine kurze Nachricht nicht</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>wird getestet…</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>passed at %1</source>
        <translation>bestanden um %1</translation>
    </message>
    <message>
        <source>failed at %1</source>
        <translation>gescheitert um %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Limits this key reports, each minute</source>
        <translation>Limits, die dieser Schlüssel meldet, pro Minute</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>Copy the request’s id</source>
        <translation>Anfrage-ID kopieren</translation>
    </message>
</context>
<context>
    <name>breakwater::ThinkingFold</name>
    <message>
        <source>The provider tells no summary of it</source>
        <translation>Der Anbieter gibt keine Zusammenfassung davon</translation>
    </message>
    <message>
        <source>Hides what it thought</source>
        <translation>Verbirgt, was es dachte</translation>
    </message>
    <message>
        <source>Shows what it thought</source>
        <translation>Zeigt, was es dachte</translation>
    </message>
</context>
<context>
    <name>breakwater::TlsWords</name>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>an authority without a name</source>
        <translation>eine Stelle ohne Namen</translation>
    </message>
    <message>
        <source>Its certificate is signed by itself: nobody vouches for it. If the server is yours, give its certificate to the provider in Preferences.</source>
        <translation>Das Zertifikat ist von sich selbst unterschrieben: Niemand bürgt dafür. Ist es der eigene Server, dem Anbieter in den Einstellungen das Zertifikat geben.</translation>
    </message>
    <message>
        <source>Its certificate is issued by %1, which this system does not know. If that is your own network’s authority, give its certificate to the provider in Preferences.</source>
        <translation>Das Zertifikat ist von %1 ausgestellt, was dieses System nicht kennt. Ist das die Stelle des eigenen Netzes, dem Anbieter in den Einstellungen deren Zertifikat geben.</translation>
    </message>
    <message>
        <source>Its certificate ran out on %1. Whoever runs the server has to renew it.</source>
        <translation>Das Zertifikat ist am %1 abgelaufen. Wer den Server betreibt, muss es erneuern.</translation>
    </message>
    <message>
        <source>Its certificate is valid from %1 on. Is this machine’s clock right?</source>
        <translation>Das Zertifikat gilt erst ab %1. Geht die Uhr dieses Rechners richtig?</translation>
    </message>
    <message>
        <source>Its certificate is issued for %1, not for this address. Check the provider’s address.</source>
        <translation>Das Zertifikat ist für %1 ausgestellt, nicht für diese Adresse. Die Adresse des Anbieters prüfen.</translation>
    </message>
    <message>
        <source>Its certificate was withdrawn by %1. Whoever runs the server has to replace it.</source>
        <translation>Das Zertifikat wurde von %1 widerrufen. Wer den Server betreibt, muss es ersetzen.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted.</source>
        <translation>Dem Zertifikat wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure.</source>
        <translation>Die Verbindung zu %1 ist nicht sicher.</translation>
    </message>
    <message>
        <source>The certificates for %1 cannot be used.</source>
        <translation>Die Zertifikate für %1 sind nicht brauchbar.</translation>
    </message>
    <message>
        <source>Who answers there does not encrypt. Does its address begin with http://, or is the port another one?</source>
        <translation>Wer dort antwortet, verschlüsselt nicht. Beginnt die Adresse mit http://, oder ist es ein anderer Port?</translation>
    </message>
    <message>
        <source>No secure connection could be agreed on.</source>
        <translation>Eine sichere Verbindung kam nicht zustande.</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted.</source>
        <translation>Die Verbindung zu %1 ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Others on the way could read your turns and your key. Nothing is sent there before you agree to it in Preferences, Providers.</source>
        <translation>Andere auf dem Weg könnten Fragen und Schlüssel lesen. Ohne Zustimmung in den Einstellungen unter Anbieter wird nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>The file %1 is not there any more. Choose it again, or remove it.</source>
        <translation>Die Datei %1 ist nicht mehr da. Neu wählen oder entfernen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read. Check its permissions, or choose another.</source>
        <translation>Die Datei %1 kann nicht gelesen werden. Ihre Rechte prüfen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate in PEM form (“-----BEGIN CERTIFICATE-----”). Choose another.</source>
        <translation>Die Datei %1 enthält kein Zertifikat in PEM-Form („-----BEGIN CERTIFICATE-----“). Eine andere wählen.</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Gültig bis</translation>
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
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>Als reinen Text kopieren</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Copy formula as TeX</source>
        <translation>Formel als TeX kopieren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy table as Markdown</source>
        <translation>Tabelle als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy message as plain text</source>
        <translation>Nachricht als reinen Text kopieren</translation>
    </message>
    <message>
        <source>Edit question</source>
        <translation>Frage bearbeiten</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Neu fragen</translation>
    </message>
    <message>
        <source>New conversation from here</source>
        <translation>Neue Unterhaltung ab hier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Waits its turn</source>
        <translation>Wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>%1 is thinking, %2</source>
        <translation>%1 denkt, %2</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>%1 is thinking</source>
        <translation>%1 denkt</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 schreibt</translation>
    </message>
    <message>
        <source>%1 is writing, %2. Nothing came for %3.</source>
        <translation>%1 schreibt, %2. Seit %3 kam nichts.</translation>
    </message>
    <message>
        <source>%1 is writing, %2</source>
        <translation>%1 schreibt, %2</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>answered by %1 after %2 attempts, %3</source>
        <translation>beantwortet von %1 nach %2 Versuchen, %3</translation>
    </message>
    <message>
        <source>answered by %1, %2</source>
        <translation>beantwortet von %1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, stopped</source>
        <translation>%1, angehalten</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>Breakwater does not open %1</source>
        <translation>Breakwater öffnet %1 nicht</translation>
    </message>
    <message>
        <source>This link leads elsewhere</source>
        <translation>Dieser Link führt anderswohin</translation>
    </message>
    <message>
        <source>It reads “%1”, but leads to %2.</source>
        <translation>Er lautet „%1“, führt aber zu %2.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Do not wrap long lines of code</source>
        <translation>Lange Codezeilen nicht umbrechen</translation>
    </message>
    <message>
        <source>Wrap long lines of code</source>
        <translation>Lange Codezeilen umbrechen</translation>
    </message>
    <message>
        <source>Text %1 %</source>
        <translation>Text %1&#xa0;%</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Denkt nach</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>Dachte %1 nach</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Nachgedacht</translation>
    </message>
    <message>
        <source>New text below</source>
        <translation>Neuer Text unten</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>What is above is not sent along</source>
        <translation>Was darüber steht, wird nicht mitgesendet</translation>
    </message>
    <message>
        <source>answered by %1 in a batch, %2</source>
        <translation>beantwortet von %1 in einem Stapel, %2</translation>
    </message>
</context>
<context>
    <name>breakwater::TransferDialog</name>
    <message>
        <source>Export – Breakwater</source>
        <translation>Export – Breakwater</translation>
    </message>
    <message>
        <source>Import – Breakwater</source>
        <translation>Import – Breakwater</translation>
    </message>
    <message>
        <source>Exports (*.zip *.json)</source>
        <translation>Exporte (*.zip *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
    <message>
        <source>Export %1 conversations</source>
        <translation>%1 Unterhaltungen exportieren</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Ort wählen…</translation>
    </message>
    <message>
        <source>JSON holds everything and can be imported again. The others hold what is shown.</source>
        <translation>JSON enthält alles und lässt sich wieder importieren. Die anderen enthalten, was zu sehen ist.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
    <message>
        <source>An export of Breakwater, ChatGPT or Claude: its zip archive, its folder or its JSON file. Nothing that is here changes, and what was imported before is not added again.</source>
        <translation>Ein Export von Breakwater, ChatGPT oder Claude: das Zip-Archiv, der Ordner oder die JSON-Datei. Nichts Vorhandenes ändert sich, und schon Importiertes kommt nicht noch einmal hinzu.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>breakwater::TransferWords</name>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>No conversation of a known kind is in it. Choose an export of Breakwater, ChatGPT or Claude: its zip archive, its folder or its JSON file.</source>
        <translation>Sie enthält keine Unterhaltung bekannter Art. Einen Export von Breakwater, ChatGPT oder Claude wählen: das Zip-Archiv, den Ordner oder die JSON-Datei.</translation>
    </message>
    <message>
        <source>The archive is encrypted. Unpack it with its password, and choose the folder.</source>
        <translation>Das Archiv ist verschlüsselt. Mit dem Passwort entpacken und den Ordner wählen.</translation>
    </message>
    <message>
        <source>The archive is damaged. Download the export again.</source>
        <translation>Das Archiv ist beschädigt. Den Export noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>The archive unpacks to far more than an export does. It was read no further.</source>
        <translation>Das Archiv entpackt sich zu weit mehr als ein Export. Es wurde nicht weiter gelesen.</translation>
    </message>
    <message>
        <source>The file is of a newer Breakwater. Update this one, and import it again.</source>
        <translation>Die Datei stammt von einem neueren Breakwater. Dieses aktualisieren und sie erneut importieren.</translation>
    </message>
    <message>
        <source>The history could not be written.</source>
        <translation>Der Verlauf konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>1 conversation was added</source>
        <translation>1 Unterhaltung kam hinzu</translation>
    </message>
    <message>
        <source>%1 conversations were added</source>
        <translation>%1 Unterhaltungen kamen hinzu</translation>
    </message>
    <message>
        <source>1 went on</source>
        <translation>1 wurde fortgesetzt</translation>
    </message>
    <message>
        <source>%1 went on</source>
        <translation>%1 wurden fortgesetzt</translation>
    </message>
    <message>
        <source>1 was there already</source>
        <translation>1 war schon da</translation>
    </message>
    <message>
        <source>%1 were there already</source>
        <translation>%1 waren schon da</translation>
    </message>
    <message>
        <source>Nothing was added</source>
        <translation>Nichts kam hinzu</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1, with 1 message.</source>
        <translation>%1, mit 1 Nachricht.</translation>
    </message>
    <message>
        <source>%1, with %2 messages.</source>
        <translation>%1, mit %2 Nachrichten.</translation>
    </message>
    <message>
        <source>is not readable</source>
        <translation>ist nicht lesbar</translation>
    </message>
    <message>
        <source>is larger than what is read of one conversation</source>
        <translation>ist größer, als von einer Unterhaltung gelesen wird</translation>
    </message>
    <message>
        <source>has no messages</source>
        <translation>hat keine Nachrichten</translation>
    </message>
    <message>
        <source>has the name of something else in the history</source>
        <translation>trägt den Namen von etwas anderem im Verlauf</translation>
    </message>
    <message>
        <source>is content of an unknown kind</source>
        <translation>ist Inhalt unbekannter Art</translation>
    </message>
    <message>
        <source>is named, but not in the export</source>
        <translation>ist genannt, aber nicht im Export</translation>
    </message>
    <message>
        <source>is a file that cannot go along with a question</source>
        <translation>ist eine Datei, die nicht mit einer Frage gehen kann</translation>
    </message>
    <message>
        <source>is encrypted</source>
        <translation>ist verschlüsselt</translation>
    </message>
    <message>
        <source>ends in the midst of it</source>
        <translation>endet mittendrin</translation>
    </message>
    <message>
        <source>Something without a name</source>
        <translation>Etwas ohne Namen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Stopped. What is in stays.</source>
        <translation>Angehalten. Was da ist, bleibt.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>%1 conversations were written to %2.</source>
        <translation>%1 Unterhaltungen wurden nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>The export could not be written: %1.</source>
        <translation>Der Export konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Angehalten. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Stopped. 1 conversation is written.</source>
        <translation>Angehalten. 1 Unterhaltung ist geschrieben.</translation>
    </message>
    <message>
        <source>Stopped. %1 conversations are written.</source>
        <translation>Angehalten. %1 Unterhaltungen sind geschrieben.</translation>
    </message>
</context>
<context>
    <name>breakwater::TrayIcon</name>
    <message>
        <source>Show Breakwater</source>
        <translation>Breakwater zeigen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Breakwater: %1</source>
        <translation>Breakwater: %1</translation>
    </message>
    <message>
        <source>Breakwater: %1, 1 turn waits</source>
        <translation>Breakwater: %1, 1 Frage wartet</translation>
    </message>
    <message>
        <source>Breakwater: %1, %2 turns wait</source>
        <translation>Breakwater: %1, %2 Fragen warten</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Outbox (%1 waiting)</source>
        <translation>Postausgang (%1 warten)</translation>
    </message>
    <message>
        <source>Weather: %1</source>
        <translation>Wetter: %1</translation>
    </message>
</context>
<context>
    <name>breakwater::UsageWords</name>
    <message>
        <source>%1 tokens read, %2 of them from the cache</source>
        <translation>%1 Token gelesen, davon %2 aus dem Cache</translation>
    </message>
    <message>
        <source>%1 tokens read</source>
        <translation>%1 Token gelesen</translation>
    </message>
    <message>
        <source>%1 written, %2 of them thinking</source>
        <translation>%1 geschrieben, davon %2 beim Denken</translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>at no cost</source>
        <translation>kostenlos</translation>
    </message>
</context>
<context>
    <name>breakwater::VersionNote</name>
    <message>
        <source>Another version of your question. What was there stays.</source>
        <translation>Eine weitere Fassung der Frage. Was da war, bleibt.</translation>
    </message>
    <message>
        <source>Leave the question as it was</source>
        <translation>Die Frage lassen, wie sie war</translation>
    </message>
</context>
<context>
    <name>breakwater::VersionStrip</name>
    <message>
        <source>Version before</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Fassung %1</translation>
    </message>
</context>
<context>
    <name>breakwater::WaitSumPreview</name>
    <message>
        <source>All waits together</source>
        <translation>Alle Wartezeiten zusammen</translation>
    </message>
    <message>
        <source>no wait</source>
        <translation>keine Wartezeit</translation>
    </message>
    <message>
        <source>half within %1, nine in ten within %2, never over %3</source>
        <translation>die Hälfte binnen %1, neun von zehn binnen %2, nie über %3</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>immer %1</translation>
    </message>
    <message>
        <source>half within %1</source>
        <translation>die Hälfte binnen %1</translation>
    </message>
    <message>
        <source>nine in ten within %1</source>
        <translation>neun von zehn binnen %1</translation>
    </message>
</context>
<context>
    <name>breakwater::WaitText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>breakwater::WaitsChart</name>
    <message>
        <source>Wait before each retry, in seconds</source>
        <translation>Wartezeit vor jeder Wiederholung, in Sekunden</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherChart</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherCharts</name>
    <message>
        <source>Wait before each retry</source>
        <translation>Wartezeit vor jeder Wiederholung</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Antworten der Server</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>Verbleibender Spielraum</translation>
    </message>
    <message>
        <source>per %1</source>
        <translation>pro %1</translation>
    </message>
    <message>
        <source>lowest in each %1</source>
        <translation>niedrigster Wert je %1</translation>
    </message>
    <message>
        <source>no provider told of a limit</source>
        <translation>kein Anbieter nannte ein Limit</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherFeed</name>
    <message>
        <source>a route that is gone</source>
        <translation>eine Route, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherNews</name>
    <message>
        <source>A storm has begun.</source>
        <translation>Ein Sturm hat begonnen.</translation>
    </message>
    <message>
        <source>Many requests are refused. Breakwater waits and moves to other routes; nothing is lost.</source>
        <translation>Viele Anfragen werden abgelehnt. Breakwater wartet und weicht auf andere Routen aus; nichts geht verloren.</translation>
    </message>
    <message>
        <source>The storm is over.</source>
        <translation>Der Sturm ist vorbei.</translation>
    </message>
    <message>
        <source>Answers come as usual again.</source>
        <translation>Antworten kommen wieder wie gewohnt.</translation>
    </message>
    <message>
        <source>What waits in the outbox goes now, a few turns at a time.</source>
        <translation>Was im Postausgang wartet, geht jetzt, einige Fragen auf einmal.</translation>
    </message>
    <message>
        <source>The outbox was sent.</source>
        <translation>Der Postausgang ist gesendet.</translation>
    </message>
    <message>
        <source>The turn that waited has its answer.</source>
        <translation>Die wartende Frage hat ihre Antwort.</translation>
    </message>
    <message>
        <source>%1 turns that waited have their answers.</source>
        <translation>%1 wartende Fragen haben ihre Antworten.</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherPage</name>
    <message>
        <source>Weather</source>
        <translation>Wetter</translation>
    </message>
    <message>
        <source>Each attempt is kept for a week, and by the hour for a year. Nothing of it leaves this computer.</source>
        <translation>Jeder Versuch bleibt eine Woche, nach Stunden ein Jahr. Nichts davon verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>status page notification storm prometheus metrics grafana port privacy</source>
        <translation>statusseite benachrichtigung sturm prometheus kennzahlen grafana port datenschutz</translation>
    </message>
    <message>
        <source>Port of the figures</source>
        <translation>Port der Zahlen</translation>
    </message>
    <message>
        <source>Read the providers’ status pages</source>
        <translation>Statusseiten der Anbieter lesen</translation>
    </message>
    <message>
        <source>While the weather is open or something fails, once a minute. No key goes along, and nothing that names you.</source>
        <translation>Solange das Wetter offen ist oder etwas scheitert, einmal pro Minute. Kein Schlüssel geht mit und nichts, das einen Namen verrät.</translation>
    </message>
    <message>
        <source>A notification, when you are in another window.</source>
        <translation>Eine Benachrichtigung, wenn ein anderes Fenster vorn ist.</translation>
    </message>
    <message>
        <source>Tell when a storm begins</source>
        <translation>Melden, wenn ein Sturm beginnt</translation>
    </message>
    <message>
        <source>Tell when a storm is over</source>
        <translation>Melden, wenn ein Sturm vorbei ist</translation>
    </message>
    <message>
        <source>Tell when the outbox was sent</source>
        <translation>Melden, wenn der Postausgang gesendet ist</translation>
    </message>
    <message>
        <source>When the last turn that waited in it has its answer.</source>
        <translation>Wenn die letzte wartende Frage darin ihre Antwort hat.</translation>
    </message>
    <message>
        <source>Figures for Prometheus</source>
        <translation>Zahlen für Prometheus</translation>
    </message>
    <message>
        <source>Counts, waits and room left, told to programs on this computer that ask 127.0.0.1 for /metrics.</source>
        <translation>Zählungen, Wartezeiten und Spielraum, für Programme auf diesem Rechner, die 127.0.0.1 nach /metrics fragen.</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherPanel</name>
    <message>
        <source>Weather</source>
        <translation>Wetter</translation>
    </message>
    <message>
        <source>%1 status: %2</source>
        <translation>Status von %1: %2</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the weather panel</source>
        <translation>Wetterleiste schließen</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>Verbleibender Spielraum</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherStrip</name>
    <message>
        <source>Weather: %1. %2</source>
        <translation>Wetter: %1. %2</translation>
    </message>
    <message>
        <source>Weather (F9)
%1. %2</source>
        <translation>Wetter (F9)
%1. %2</translation>
    </message>
    <message>
        <source>Nothing sent in 15 min</source>
        <translation>In 15 min nichts gesendet</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Keine Verbindung zum Netz</translation>
    </message>
    <message>
        <source>%1, none refused in 15 min</source>
        <translation>%1, in 15 min nichts abgelehnt</translation>
    </message>
    <message>
        <source>%1 (theirs)</source>
        <translation>%1 (beim Anbieter)</translation>
    </message>
    <message>
        <source>%1, in 15 min</source>
        <translation>%1, in 15 min</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherTable</name>
    <message>
        <source>Weather as a table</source>
        <translation>Wetter als Tabelle</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherTableModel</name>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>half waited under</source>
        <translation>die Hälfte wartete unter</translation>
    </message>
</context>
<context>
    <name>breakwater::WeatherWindow</name>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Weather – Breakwater</source>
        <translation>Wetter – Breakwater</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>Wetter</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Keep on top</source>
        <translation>Immer im Vordergrund</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Provider status</source>
        <translation>Anbieterstatus</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Room left</source>
        <translation>Verbleibender Spielraum</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>Alle Anbieter</translation>
    </message>
    <message>
        <source>Attempts of %1 as CSV…</source>
        <translation>Versuche von %1 als CSV…</translation>
    </message>
    <message>
        <source>Attempts of %1 as JSON…</source>
        <translation>Versuche von %1 als JSON…</translation>
    </message>
    <message>
        <source>Hours of a year as CSV…</source>
        <translation>Stunden eines Jahres als CSV…</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
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
        <translation>Chat, der ruhig bleibt,
wenn der Anbieter es nicht ist</translation>
    </message>
    <message>
        <source>If a model is overloaded, Breakwater waits, tries again and moves to another one. You see every step.</source>
        <translation>Ist ein Modell überlastet, wartet Breakwater, versucht es erneut und wechselt zu einem anderen. Jeder Schritt ist zu sehen.</translation>
    </message>
</context>
<context>
    <name>breakwater::WelcomeView</name>
    <message>
        <source>Paste an Anthropic key</source>
        <translation>Anthropic-Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Use Claude with your own account.</source>
        <translation>Claude mit dem eigenen Konto nutzen.</translation>
    </message>
    <message>
        <source>Use a local or compatible server</source>
        <translation>Lokalen oder kompatiblen Server nutzen</translation>
    </message>
    <message>
        <source>Any server that speaks the OpenAI protocol, here or elsewhere.</source>
        <translation>Jeder Server, der das OpenAI-Protokoll spricht, hier oder anderswo.</translation>
    </message>
    <message>
        <source>Look around without a key</source>
        <translation>Ohne Schlüssel umsehen</translation>
    </message>
    <message>
        <source>A simulated provider with sample weather. Nothing is sent anywhere.</source>
        <translation>Ein simulierter Anbieter mit Beispielwetter. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>Später einrichten</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>Test and continue</source>
        <translation>Testen und weiter</translation>
    </message>
    <message>
        <source>How would you like to start?</source>
        <translation>Wie soll es losgehen?</translation>
    </message>
    <message>
        <source>You can add others later in Preferences.</source>
        <translation>Weitere lassen sich später in den Einstellungen hinzufügen.</translation>
    </message>
    <message>
        <source>Anthropic key</source>
        <translation>Anthropic-Schlüssel</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Where do I find a key?</source>
        <translation>Wo gibt es einen Schlüssel?</translation>
    </message>
    <message>
        <source>Kept for this session; Preferences can keep it longer.</source>
        <translation>Bleibt für diese Sitzung; in den Einstellungen auch länger.</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Address, for example http://localhost:8080</source>
        <translation>Adresse, zum Beispiel http://localhost:8080</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model, as the server names it</source>
        <translation>Modell, wie der Server es nennt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key, if the server needs one</source>
        <translation>Schlüssel, falls der Server einen braucht</translation>
    </message>
    <message>
        <source>Not encrypted: others on the way could read your turns and your key. Nothing was sent. Agree above, or use an address with https://.</source>
        <translation>Nicht verschlüsselt: Andere auf dem Weg könnten Fragen und Schlüssel lesen. Nichts wurde gesendet. Oben zustimmen oder eine Adresse mit https:// nehmen.</translation>
    </message>
    <message>
        <source>This is no address. It needs http:// or https:// in front.</source>
        <translation>Das ist keine Adresse. Davor gehört http:// oder https://.</translation>
    </message>
    <message>
        <source>Enter the server’s address first.</source>
        <translation>Zuerst die Adresse des Servers eingeben.</translation>
    </message>
    <message>
        <source>The address needs http:// or https:// in front.</source>
        <translation>Vor die Adresse gehört http:// oder https://.</translation>
    </message>
    <message>
        <source>The address names no server after http:// or https://.</source>
        <translation>Die Adresse nennt nach http:// oder https:// keinen Server.</translation>
    </message>
    <message>
        <source>The address has a user name or a password in it. Put the key into its own field.</source>
        <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort. Der Schlüssel gehört in sein eigenes Feld.</translation>
    </message>
    <message>
        <source>Name the model that the server offers.</source>
        <translation>Das Modell nennen, das der Server anbietet.</translation>
    </message>
    <message>
        <source>Send unencrypted to %1</source>
        <translation>Unverschlüsselt an %1 senden</translation>
    </message>
</context>
<context>
    <name>breakwater::WhatIfView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Recorded time</source>
        <translation>Aufgezeichnete Zeit</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>With changes</source>
        <translation>Mit Änderungen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Extra wait, half of turns</source>
        <translation>Mehr Wartezeit, halbe Fragen</translation>
    </message>
    <message>
        <source>Extra wait, slowest 5%</source>
        <translation>Mehr Wartezeit, langsamste 5&#xa0;%</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>Gesendete Anfragen</translation>
    </message>
    <message>
        <source>Left in outbox</source>
        <translation>Bleibt im Postausgang</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Answered, %</source>
        <translation>Beantwortet, %</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>with changes</source>
        <translation>mit Änderungen</translation>
    </message>
    <message>
        <source>Too little weather yet: 1 turn.</source>
        <translation>Noch zu wenig Wetter: 1 Frage.</translation>
    </message>
    <message>
        <source>Too little weather yet: %1 turns.</source>
        <translation>Noch zu wenig Wetter: %1 Fragen.</translation>
    </message>
    <message>
        <source>The last hour again, with these settings. %1 turns against recorded weather. Nothing is sent.</source>
        <translation>Die letzte Stunde noch einmal, mit diesen Einstellungen. %1 Fragen gegen das aufgezeichnete Wetter. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>The last day again, with these settings. %1 turns against recorded weather. Nothing is sent.</source>
        <translation>Der letzte Tag noch einmal, mit diesen Einstellungen. %1 Fragen gegen das aufgezeichnete Wetter. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>The last week again, with these settings. %1 turns against recorded weather. Nothing is sent.</source>
        <translation>Die letzte Woche noch einmal, mit diesen Einstellungen. %1 Fragen gegen das aufgezeichnete Wetter. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>1 of %1 requests went where nothing was recorded; it is estimated.</source>
        <translation>1 von %1 Anfragen ging dorthin, wo nichts aufgezeichnet ist; sie ist geschätzt.</translation>
    </message>
    <message>
        <source>%1 of %2 requests went where nothing was recorded; those are estimated.</source>
        <translation>%1 von %2 Anfragen gingen dorthin, wo nichts aufgezeichnet ist; sie sind geschätzt.</translation>
    </message>
    <message>
        <source>%1 answered, extra wait %2 for half of the turns, %3 for the slowest 5%, %4 requests, %5 left in the outbox</source>
        <translation>%1 beantwortet, %2 mehr Wartezeit für die Hälfte der Fragen, %3 für die langsamsten 5&#xa0;%, %4 Anfragen, %5 bleiben im Postausgang</translation>
    </message>
    <message>
        <source>Now: %1. With changes: %2.</source>
        <translation>Jetzt: %1. Mit Änderungen: %2.</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Jetzt: %1.</translation>
    </message>
    <message>
        <source>Now %1, with changes %2.</source>
        <translation>Jetzt %1, mit Änderungen %2.</translation>
    </message>
    <message>
        <source>Now %1.</source>
        <translation>Jetzt %1.</translation>
    </message>
    <message>
        <source>No weather yet.</source>
        <translation>Noch kein Wetter.</translation>
    </message>
    <message>
        <source>Meeting the recorded weather again.</source>
        <translation>Das aufgezeichnete Wetter wird noch einmal durchlaufen.</translation>
    </message>
</context>
<context>
    <name>breakwater::batchlines</name>
    <message>
        <source>1 turn</source>
        <translation>1 Frage</translation>
    </message>
    <message>
        <source>%1 turns</source>
        <translation>%1 Fragen</translation>
    </message>
    <message>
        <source>%1, ready since %2</source>
        <translation>%1, fertig seit %2</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>fragt nach</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>answers are coming</source>
        <translation>Antworten kommen an</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>ends by %1</source>
        <translation>endet bis %1</translation>
    </message>
</context>
<context>
    <name>breakwater::batchwords</name>
    <message>
        <source>The provider</source>
        <translation>Der Anbieter</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>diesen Stapel</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 parts</source>
        <translation>%1 von %2 Teilen</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 sagt: %2</translation>
    </message>
    <message>
        <source>1 turn has no answer. It cost nothing.</source>
        <translation>1 Frage hat keine Antwort. Sie hat nichts gekostet.</translation>
    </message>
    <message>
        <source>%1 turns have no answer. They cost nothing.</source>
        <translation>%1 Fragen haben keine Antwort. Sie haben nichts gekostet.</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 beantwortet</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 not sent</source>
        <translation>%1 nicht gesendet</translation>
    </message>
    <message>
        <source>%1 under way</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigene Seite</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>Anbieterseite</translation>
    </message>
    <message>
        <source>It is not sent yet.</source>
        <translation>Noch nicht gesendet.</translation>
    </message>
    <message>
        <source>It is being sent.</source>
        <translation>Wird gerade gesendet.</translation>
    </message>
    <message>
        <source>Whether %1 has it is not known yet. It is looked for there before it is sent again.</source>
        <translation>Ob %1 das schon hat, ist noch nicht bekannt. Vor dem erneuten Senden wird dort nachgesehen.</translation>
    </message>
    <message>
        <source>%1 works on it, and tells how far it is only at the end.</source>
        <translation>%1 arbeitet daran und nennt den Stand erst am Ende.</translation>
    </message>
    <message>
        <source>It is being cancelled. Answers that are there already still come.</source>
        <translation>Wird gerade abgebrochen. Schon vorhandene Antworten kommen noch an.</translation>
    </message>
    <message>
        <source>%1 is done with it. Its answers are being read.</source>
        <translation>%1 ist damit fertig. Die Antworten werden gelesen.</translation>
    </message>
    <message>
        <source>All that came of it is here.</source>
        <translation>Alles, was daraus wurde, ist hier.</translation>
    </message>
    <message>
        <source>%1 did not take it. You decide what becomes of it.</source>
        <translation>Von %1 nicht angenommen. Was daraus wird, ist zu entscheiden.</translation>
    </message>
    <message>
        <source>%1 does not have it any more. You decide what becomes of it.</source>
        <translation>Bei %1 nicht mehr vorhanden. Was daraus wird, ist zu entscheiden.</translation>
    </message>
    <message>
        <source>Part %1 of %2: %3</source>
        <translation>Teil %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 of %2 parts: %3</source>
        <translation>%1 von %2 Teilen: %3</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>gesendet %1</translation>
    </message>
    <message>
        <source>%1, ready since %2</source>
        <translation>%1, fertig seit %2</translation>
    </message>
    <message>
        <source>%1, ends by %2</source>
        <translation>%1, endet bis %2</translation>
    </message>
    <message>
        <source>next look in %1</source>
        <translation>nächster Blick in %1</translation>
    </message>
    <message>
        <source>Its results can be read until %1</source>
        <translation>Die Ergebnisse sind lesbar bis %1</translation>
    </message>
    <message>
        <source>Its results could be read until %1</source>
        <translation>Die Ergebnisse waren lesbar bis %1</translation>
    </message>
    <message>
        <source>%1 did not take %2</source>
        <translation>%1 hat %2 nicht angenommen</translation>
    </message>
    <message>
        <source>Nothing of it was paid.</source>
        <translation>Davon wurde nichts bezahlt.</translation>
    </message>
    <message>
        <source>What is sent again may be paid twice.</source>
        <translation>Was erneut gesendet wird, wird vielleicht doppelt bezahlt.</translation>
    </message>
    <message>
        <source>The results of %1 are gone.</source>
        <translation>Die Ergebnisse für %1 sind weg.</translation>
    </message>
    <message>
        <source>%1 keeps them for 29 days.</source>
        <translation>%1 bewahrt sie 29 Tage auf.</translation>
    </message>
    <message>
        <source>%1 has no results of %2.</source>
        <translation>%1 hat keine Ergebnisse für %2.</translation>
    </message>
    <message>
        <source>%1 does not know %2 any more</source>
        <translation>%1 kennt %2 nicht mehr</translation>
    </message>
    <message>
        <source>It was deleted elsewhere, or this key is of another workspace.</source>
        <translation>Er wurde anderswo gelöscht, oder dieser Schlüssel gehört zu einem anderen Workspace.</translation>
    </message>
    <message>
        <source>This batch was cancelled.</source>
        <translation>Dieser Stapel wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This batch ended after 24 hours.</source>
        <translation>Dieser Stapel endete nach 24 Stunden.</translation>
    </message>
    <message>
        <source>This batch ended before all of it was answered.</source>
        <translation>Dieser Stapel endete, bevor alles beantwortet war.</translation>
    </message>
    <message>
        <source>The turn failed.</source>
        <translation>Die Frage ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>All %1 turns failed.</source>
        <translation>Alle %1 Fragen sind fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 of %2 turns failed.</source>
        <translation>%1 von %2 Fragen sind fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The other answers are ready.</source>
        <translation>Die anderen Antworten sind fertig.</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>Send %1 again</source>
        <translation>%1 erneut senden</translation>
    </message>
    <message>
        <source>Cancel this batch?</source>
        <translation>Diesen Stapel abbrechen?</translation>
    </message>
    <message>
        <source>Rows that are answered already are kept and paid; the others end without an answer and cost nothing.</source>
        <translation>Schon beantwortete Zeilen bleiben erhalten und werden bezahlt; die anderen enden ohne Antwort und kosten nichts.</translation>
    </message>
    <message>
        <source>It has no answers.</source>
        <translation>Er hat keine Antworten.</translation>
    </message>
    <message>
        <source>Its answer goes with it.</source>
        <translation>Seine Antwort verschwindet mit ihm.</translation>
    </message>
    <message>
        <source>Its %1 answers go with it.</source>
        <translation>Seine %1 Antworten verschwinden mit ihm.</translation>
    </message>
    <message>
        <source>Delete this batch?</source>
        <translation>Diesen Stapel löschen?</translation>
    </message>
    <message>
        <source>Conversations that were made of it stay.</source>
        <translation>Unterhaltungen, die daraus entstanden sind, bleiben.</translation>
    </message>
</context>
<context>
    <name>breakwater::offpeakwords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>Jetzt, bis %1</translation>
    </message>
    <message>
        <source>Tonight between %1 and %2</source>
        <translation>Heute Nacht zwischen %1 und %2</translation>
    </message>
    <message>
        <source>Between %1 and %2</source>
        <translation>Zwischen %1 und %2</translation>
    </message>
    <message>
        <source>%1 between %2 and %3</source>
        <translation>%1 zwischen %2 und %3</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
</context>
<context>
    <name>breakwater::outboxwords</name>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>In der Reihe</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Kept by you</source>
        <translation>Auf Wunsch behalten</translation>
    </message>
    <message>
        <source>Retry budget empty</source>
        <translation>Wiederholungsbudget leer</translation>
    </message>
    <message>
        <source>Every route paused</source>
        <translation>Jede Route pausiert</translation>
    </message>
    <message>
        <source>Still wanted?</source>
        <translation>Noch gebraucht?</translation>
    </message>
    <message>
        <source>Spend limit</source>
        <translation>Ausgabenlimit</translation>
    </message>
    <message>
        <source>In line at the provider</source>
        <translation>In der Reihe beim Anbieter</translation>
    </message>
    <message>
        <source>Asked anew</source>
        <translation>Neu gefragt</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>Keine Route</translation>
    </message>
    <message>
        <source>First try</source>
        <translation>Erster Versuch</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>fragt nach</translation>
    </message>
    <message>
        <source>after the answer before it</source>
        <translation>nach der Antwort davor</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>wartet auf Entscheidung</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>answer is arriving</source>
        <translation>Antwort kommt an</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>nächster Versuch in %1</translation>
    </message>
    <message>
        <source>next look in %1</source>
        <translation>nächster Blick in %1</translation>
    </message>
    <message>
        <source>The turn before it in this conversation is still under way.</source>
        <translation>Die Frage davor in dieser Unterhaltung ist noch unterwegs.</translation>
    </message>
    <message>
        <source>Breakwater ended while this turn was under way. Whether it arrived is not known, so you decide.</source>
        <translation>Breakwater endete, während diese Frage unterwegs war. Ob sie ankam, ist nicht bekannt und darum zu entscheiden.</translation>
    </message>
    <message>
        <source>This turn goes when there is room.</source>
        <translation>Diese Frage geht, sobald Platz ist.</translation>
    </message>
    <message>
        <source>You kept it here.</source>
        <translation>Sie bleibt auf Wunsch hier.</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>Sie ist unterwegs.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>1 attempt</source>
        <translation>1 Versuch</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>%1 on 1 route</source>
        <translation>%1 auf 1 Route</translation>
    </message>
    <message>
        <source>%1 on %2 routes</source>
        <translation>%1 auf %2 Routen</translation>
    </message>
    <message>
        <source>Waits for calm weather</source>
        <translation>Wartet auf ruhiges Wetter</translation>
    </message>
    <message>
        <source>Missed its hours</source>
        <translation>Hat ihre Stunden verpasst</translation>
    </message>
    <message>
        <source>No off-peak hours</source>
        <translation>Keine Nebenzeit</translation>
    </message>
    <message>
        <source>in line</source>
        <translation>in der Reihe</translation>
    </message>
    <message>
        <source>Batch ended</source>
        <translation>Stapel beendet</translation>
    </message>
    <message>
        <source>Takes no batches</source>
        <translation>Nimmt keine Stapel an</translation>
    </message>
    <message>
        <source>leaves its batch</source>
        <translation>verlässt ihren Stapel</translation>
    </message>
    <message>
        <source>within 24 hours</source>
        <translation>binnen 24 Stunden</translation>
    </message>
    <message>
        <source>A batch answers it within 24 hours, at half the price. The answer comes into its conversation.</source>
        <translation>Ein Stapel beantwortet sie binnen 24 Stunden, zum halben Preis. Die Antwort kommt in ihre Unterhaltung.</translation>
    </message>
</context>
<context>
    <name>breakwater::weatherwords</name>
    <message>
        <source>The provider</source>
        <translation>Der Anbieter</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>eine Stunde</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Choppy</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>Sturm</translation>
    </message>
    <message>
        <source>No signal</source>
        <translation>Kein Signal</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>You are offline. Turns wait in the outbox.</source>
        <translation>Keine Verbindung zum Netz. Fragen warten im Postausgang.</translation>
    </message>
    <message>
        <source>%1 is paused. Other routes of its chain go on.</source>
        <translation>%1 ist pausiert. Andere Routen der Kette gehen weiter.</translation>
    </message>
    <message>
        <source>Nothing was sent in the last 15 minutes.</source>
        <translation>In den letzten 15 Minuten wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1, none refused in 15 min.</source>
        <translation>%1, in 15 min nichts abgelehnt.</translation>
    </message>
    <message>
        <source>Your limits are fine.</source>
        <translation>Die eigenen Limits sind in Ordnung.</translation>
    </message>
    <message>
        <source>You also reached your own limit.</source>
        <translation>Auch das eigene Limit ist erreicht.</translation>
    </message>
    <message>
        <source>You reached your own limit. %1 is fine.</source>
        <translation>Das eigene Limit ist erreicht. %1 ist in Ordnung.</translation>
    </message>
    <message>
        <source>You reached your own limit. %1 has trouble too.</source>
        <translation>Das eigene Limit ist erreicht. Auch %1 hat Probleme.</translation>
    </message>
    <message>
        <source>%1 is overloaded. %2</source>
        <translation>%1 ist überlastet. %2</translation>
    </message>
    <message>
        <source>%1 has server errors. %2</source>
        <translation>%1 hat Serverfehler. %2</translation>
    </message>
    <message>
        <source>The connection to %1 drops. %2</source>
        <translation>Die Verbindung zu %1 bricht ab. %2</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>der Anbieter</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>429 yours</source>
        <translation>429 eigen</translation>
    </message>
    <message>
        <source>529 theirs</source>
        <translation>529 fremd</translation>
    </message>
    <message>
        <source>5xx error</source>
        <translation>5xx Fehler</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>429, your limit, your side</source>
        <translation>429, eigenes Limit, eigene Seite</translation>
    </message>
    <message>
        <source>529, overloaded, provider’s side</source>
        <translation>529, überlastet, Anbieterseite</translation>
    </message>
    <message>
        <source>5xx, server error, provider’s side</source>
        <translation>5xx, Serverfehler, Anbieterseite</translation>
    </message>
    <message>
        <source>network, nothing came back</source>
        <translation>Netzwerk, nichts kam zurück</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 beantwortet</translation>
    </message>
    <message>
        <source>%1 at your limit</source>
        <translation>%1 am eigenen Limit</translation>
    </message>
    <message>
        <source>%1 overloaded</source>
        <translation>%1 überlastet</translation>
    </message>
    <message>
        <source>%1 server error</source>
        <translation>%1 Serverfehler</translation>
    </message>
    <message>
        <source>%1 server errors</source>
        <translation>%1 Serverfehler</translation>
    </message>
    <message>
        <source>%1 network</source>
        <translation>%1 Netzwerk</translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>nichts gesendet</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>Letzte 15 Minuten</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>30 s</source>
        <translation>30 s</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>2 h</source>
        <translation>2 h</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>429, your limit</source>
        <translation>429, eigenes Limit</translation>
    </message>
    <message>
        <source>529, overloaded</source>
        <translation>529, überlastet</translation>
    </message>
    <message>
        <source>5xx, server error</source>
        <translation>5xx, Serverfehler</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>%1 now.</source>
        <translation>Aktuell: %1.</translation>
    </message>
    <message>
        <source>%1 No storm in %2.</source>
        <translation>%1 Kein Sturm, Zeitraum: %2.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 One storm today, %2</source>
        <translation>%1 Ein Sturm heute, %2</translation>
    </message>
    <message>
        <source>%1 One storm, %2</source>
        <translation>%1 Ein Sturm, %2</translation>
    </message>
    <message>
        <source>%1 %2 storms, the worst %3</source>
        <translation>%1 %2 Stürme, der schwerste %3</translation>
    </message>
    <message>
        <source>%1 of %2 turns are answered so far.</source>
        <translation>%1 von %2 Fragen sind bisher beantwortet.</translation>
    </message>
    <message>
        <source>%1 of %2 turns were still answered.</source>
        <translation>%1 von %2 Fragen wurden trotzdem beantwortet.</translation>
    </message>
    <message>
        <source>The one turn in it was still answered.</source>
        <translation>Die eine Frage darin wurde trotzdem beantwortet.</translation>
    </message>
    <message>
        <source>The one turn in it was not answered.</source>
        <translation>Die eine Frage darin wurde nicht beantwortet.</translation>
    </message>
    <message>
        <source>A route was paused. %1</source>
        <translation>Eine Route war pausiert. %1</translation>
    </message>
    <message>
        <source>You reached your own limit. %1</source>
        <translation>Das eigene Limit war erreicht. %1</translation>
    </message>
    <message>
        <source>%1 was overloaded. %2</source>
        <translation>%1 war überlastet. %2</translation>
    </message>
    <message>
        <source>%1 had server errors. %2</source>
        <translation>%1 hatte Serverfehler. %2</translation>
    </message>
    <message>
        <source>The connection to %1 dropped. %2</source>
        <translation>Die Verbindung zu %1 brach ab. %2</translation>
    </message>
    <message>
        <source>Flowing</source>
        <translation>Fließt</translation>
    </message>
    <message>
        <source>Paused, %1</source>
        <translation>Pausiert, %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Wird getestet</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Token hinein</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Token heraus</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
</context>
</TS>
