// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keyring.h"
#include "app/keyvariables.h"
#include "tests/support/faketime.h"

#include <QtTest>

#include <QTemporaryDir>

#include <deque>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

using Outcome = Keychain::Outcome;

/// What a keychain holds, and what it is asked; it answers when the test says so.
struct Vault
{
    std::map<QString, QByteArray> entries;
    std::deque<std::function<void()>> asked;
    std::optional<Outcome> refuses; ///< what it answers to all but the question whether it is there
    bool runs = true;

    void answerAll()
    {
        while (!asked.empty()) {
            const auto one = std::move(asked.front());
            asked.pop_front();
            one();
        }
    }
};

class FakeKeychain final : public Keychain
{
public:
    explicit FakeKeychain(Vault &vault)
        : m_vault(vault)
    {
    }
    void read(const QString &entry, Read done) override
    {
        m_vault.asked.emplace_back([this, entry, done] {
            const auto found = m_vault.entries.find(entry);
            const bool isThere = found != m_vault.entries.end();
            if (!m_vault.runs)
                done(Outcome::Refused, {}); // as the Secret Service's library says it
            else if (isThere && m_vault.refuses)
                done(*m_vault.refuses, {});
            else
                done(isThere ? Outcome::Done : Outcome::NotThere, isThere ? found->second : QByteArray());
        });
    }
    void write(const QString &entry, const QByteArray &secret, Ended done) override
    {
        m_vault.asked.emplace_back([this, entry, secret, done] {
            if (!m_vault.runs || m_vault.refuses)
                return done(m_vault.refuses.value_or(Outcome::Refused));
            m_vault.entries[entry] = secret;
            done(Outcome::Done);
        });
    }
    void remove(const QString &entry, Ended done) override
    {
        m_vault.asked.emplace_back([this, entry, done] {
            if (m_vault.refuses)
                return done(*m_vault.refuses);
            done(m_vault.entries.erase(entry) > 0 ? Outcome::Done : Outcome::NotThere);
        });
    }

private:
    Vault &m_vault;
};

Provider provider(const char *address = "https://api.anthropic.com", Dialect dialect = Dialect::Anthropic, const char *id = "anthropic")
{
    Provider made;
    made.id = ProviderId(QLatin1String(id));
    made.dialect = dialect;
    made.baseUrl = QUrl(QLatin1String(address));
    return made;
}

QByteArray secretOf(const std::optional<NamedKey> &key)
{
    return key ? key->secret : QByteArrayLiteral("(none)");
}

const QString first = QStringLiteral("Key 1");
const QString second = QStringLiteral("Key 2");

} // namespace

class TestKeyring : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    FakeTime m_time;
    Vault m_vault;

    std::unique_ptr<Keyring> ring() { return std::make_unique<Keyring>(m_folder->path(), std::make_unique<FakeKeychain>(m_vault), m_time, m_time); }

    KeyTrouble keep(Keyring &keys, const QString &name, const QByteArray &key, KeyPlace place, const Provider &whose = provider())
    {
        std::optional<KeyTrouble> told;
        keys.setKey(whose, name, key, place, [&told](KeyTrouble trouble) { told = trouble; });
        m_vault.answerAll();
        return told.value();
    }
    QByteArray file(const char *name) const
    {
        QFile read(m_folder->filePath(QLatin1String(name)));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }

private Q_SLOTS:
    void noKeyIsGivenForAnAddressThatNobodyAgreedToReachUnencrypted_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("Anthropic") << Dialect::Anthropic;
        QTest::newRow("OpenAI-compatible") << Dialect::OpenAi; // which may need none
    }
    void noKeyIsGivenForAnAddressThatNobodyAgreedToReachUnencrypted()
    {
        QFETCH(Dialect, dialect);
        const QTemporaryDir folder;
        FakeTime time;
        Vault vault;
        Keyring keyring(folder.path(), std::make_unique<FakeKeychain>(vault), time, time);
        Provider open = provider("http://gateway.example", dialect);
        keyring.setKey(open, first, "sk-0123456789", KeyPlace::SessionOnly, [](KeyTrouble) { });
        QVERIFY(!keyring.key(open));
        QVERIFY(keyring.keyToTest(open).isEmpty());
        QVERIFY(!keyring.isAwaited(open));
        consentToPlainHttp(open);
        QCOMPARE(secretOf(keyring.key(open)), QByteArray("sk-0123456789"));
        QCOMPARE(keyring.keyToTest(open), QByteArray("sk-0123456789"));
    }

    void init()
    {
        m_folder.emplace();
        m_vault = {};
        for (const char *variable : {"ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "OPENAI_API_KEY", "OPENROUTER_API_KEY", "GROQ_API_KEY", "GEMINI_API_KEY"})
            qunsetenv(variable);
    }
    void cleanup() { init(); }

    void aKeyInTheKeychainIsThereAgainInTheNextRun()
    {
        QVERIFY(keep(*ring(), first, "sk-ant-in-the-keychain", KeyPlace::Keychain) == KeyTrouble::None);
        QCOMPARE(m_vault.entries.size(), std::size_t(1));
        QVERIFY(file("keys.json").isEmpty());
        QVERIFY(!file("keychain.json").contains("sk-ant"));
        const auto next = ring();
        QSignalSpy changed(next.get(), &Keyring::changed);
        QVERIFY(!next->key(provider())); // nothing waits for it
        QVERIFY(next->isAwaited(provider()));
        m_vault.answerAll();
        QVERIFY(!changed.isEmpty());
        QVERIFY(!next->isAwaited(provider()));
        QCOMPARE(next->key(provider()), std::optional(NamedKey {first, "sk-ant-in-the-keychain"}));
        QCOMPARE(next->keys(provider()).front().masked, QStringLiteral("sk-ant-••••••••••••••••hain"));
    }

    void aLockedKeychainIsWaitedForUntilSomebodyUnlocksIt()
    {
        (void)keep(*ring(), first, "sk-ant-locked", KeyPlace::Keychain);
        m_vault.refuses = Outcome::Refused;
        const auto keys = ring();
        m_vault.answerAll();
        QVERIFY(keys->isAwaited(provider()));
        QVERIFY(keys->keychainState() == KeyState::Locked);
        QVERIFY(keys->keys(provider()).front().state == KeyState::Locked);
        m_vault.refuses.reset();
        keys->unlock();
        m_vault.answerAll();
        QCOMPARE(secretOf(keys->key(provider())), QByteArrayLiteral("sk-ant-locked"));
        QVERIFY(keys->keychainState() == KeyState::There);
    }

    void aKeychainThatAsksItsOwnerIsSaidToBeLockedAndMayStillAnswer()
    {
        (void)keep(*ring(), first, "sk-ant-asks", KeyPlace::Keychain);
        const auto keys = ring();
        QVERIFY(keys->keychainState() == KeyState::There); // a moment is no lock
        m_time.advance(3s);
        QVERIFY(keys->keychainState() == KeyState::Locked);
        m_vault.answerAll();
        QVERIFY(keys->keychainState() == KeyState::There);
        QCOMPARE(secretOf(keys->key(provider())), QByteArrayLiteral("sk-ant-asks"));
    }

    void withoutAKeychainTheOtherPlacesAreOffered()
    {
        m_vault.runs = false;
        const auto keys = ring();
        QCOMPARE(keys->places().front(), KeyPlace::Keychain); // not known yet
        m_vault.answerAll();
        QCOMPARE(keys->places(), (std::vector {KeyPlace::SessionOnly, KeyPlace::PrivateFile}));
        QVERIFY(keep(*keys, first, "sk-ant-1", KeyPlace::Keychain) != KeyTrouble::None);
        QVERIFY(!keys->key(provider()));
        QVERIFY(keep(*keys, first, "sk-ant-1", KeyPlace::PrivateFile) == KeyTrouble::None);
        QCOMPARE(QFile::permissions(m_folder->filePath(QStringLiteral("keys.json"))) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        QCOMPARE(secretOf(ring()->key(provider())), QByteArrayLiteral("sk-ant-1"));
        QVERIFY(keep(*keys, first, "sk-ant-2", KeyPlace::SessionOnly) == KeyTrouble::None);
        QVERIFY(file("keys.json").isEmpty()); // the one before it is gone
        QVERIFY(!ring()->key(provider()));
    }

    void aFileThatOthersCanReadIsNotRead()
    {
        (void)keep(*ring(), first, "sk-ant-1", KeyPlace::PrivateFile);
        QVERIFY(QFile::setPermissions(m_folder->filePath(QStringLiteral("keys.json")), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(!ring()->key(provider()));
    }

    void aKeyThatCouldNotBeKeptLeavesTheOldOne()
    {
        const auto keys = ring();
        (void)keep(*keys, first, "sk-ant-old", KeyPlace::Keychain);
        m_vault.refuses = Outcome::Refused;
        QVERIFY(keep(*keys, first, "sk-ant-new", KeyPlace::Keychain) == KeyTrouble::Keychain);
        QCOMPARE(secretOf(keys->key(provider())), QByteArrayLiteral("sk-ant-old"));
        std::optional<KeyTrouble> told;
        keys->removeKey(provider(), first, [&told](KeyTrouble trouble) { told = trouble; });
        m_vault.answerAll();
        QVERIFY(told == KeyTrouble::Keychain);
        QCOMPARE(secretOf(keys->key(provider())), QByteArrayLiteral("sk-ant-old"));
        m_vault.refuses.reset();
        keys->removeKey(provider(), first, [&told](KeyTrouble trouble) { told = trouble; });
        m_vault.answerAll();
        QVERIFY(told == KeyTrouble::None);
        QVERIFY(m_vault.entries.empty());
        QVERIFY(!keys->key(provider()));
        QVERIFY(file("keychain.json").isEmpty());
    }

    void aKeyThatLeavesTheKeychainIsErasedThere()
    {
        const auto keys = ring();
        (void)keep(*keys, first, "sk-ant-1", KeyPlace::Keychain);
        (void)keep(*keys, first, "sk-ant-1", KeyPlace::SessionOnly);
        QVERIFY(m_vault.entries.empty());
    }

    void aKeychainThatAnswersLateChangesNothingThatWasSetSince()
    {
        const auto keys = ring();
        int told = 0;
        keys->setKey(provider(), first, "sk-ant-wrong", KeyPlace::Keychain, [&told](KeyTrouble) { ++told; });
        keys->setKey(provider(), first, "sk-ant-right", KeyPlace::SessionOnly, [](KeyTrouble) {});
        keys->setKey(provider(), second, "sk-ant-2", KeyPlace::Keychain, [&told](KeyTrouble) { ++told; });
        keys->forget(provider().id);
        (void)keep(*keys, first, "sk-ant-right", KeyPlace::SessionOnly); // now the keychain answers
        QCOMPARE(secretOf(keys->key(provider())), QByteArray("sk-ant-right"));
        QCOMPARE(keys->keys(provider()).size(), std::size_t(1));
        QVERIFY(m_vault.entries.empty());
        QCOMPARE(told, 0);
    }

    void theKeysOfAProviderThatIsGoneGoToo()
    {
        const auto keys = ring();
        (void)keep(*keys, first, "sk-ant-1", KeyPlace::Keychain);
        (void)keep(*keys, second, "sk-ant-2", KeyPlace::PrivateFile);
        keys->forget(provider().id);
        m_vault.answerAll();
        QVERIFY(m_vault.entries.empty());
        QVERIFY(file("keys.json").isEmpty());
    }

    void aRefusedKeyGivesWayUntilItIsChanged()
    {
        const auto keys = ring();
        (void)keep(*keys, first, "sk-ant-1", KeyPlace::SessionOnly);
        QVERIFY(!keys->refuse(provider(), first)); // there is no other
        QCOMPARE(secretOf(keys->key(provider())), QByteArrayLiteral("sk-ant-1")); // the server says it again
        (void)keep(*keys, second, "sk-ant-2", KeyPlace::SessionOnly);
        QCOMPARE(keys->key(provider())->name, second);
        QVERIFY(keys->keys(provider()).front().state == KeyState::Refused);
        QVERIFY(keys->refuse(provider(), first));
        QVERIFY(!keys->refuse(provider(), second));
        (void)keep(*keys, first, "sk-ant-3", KeyPlace::SessionOnly);
        QCOMPARE(secretOf(keys->key(provider())), QByteArrayLiteral("sk-ant-3"));
    }

    void aKeyIsSentOnlyWhereItWasKeptFor_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("another host") << QStringLiteral("https://evil.example");
        QTest::newRow("another port") << QStringLiteral("https://api.anthropic.com:8443");
        QTest::newRow("without encryption") << QStringLiteral("http://api.anthropic.com");
        QTest::newRow("a host that begins alike") << QStringLiteral("https://api.anthropic.com.evil.example");
    }

    void aKeyIsSentOnlyWhereItWasKeptFor()
    {
        QFETCH(const QString, address);
        (void)keep(*ring(), first, "sk-ant-1", KeyPlace::PrivateFile);
        const auto keys = ring();
        QCOMPARE(secretOf(keys->key(provider("https://api.anthropic.com/v1/"))), QByteArrayLiteral("sk-ant-1"));
        Provider moved = provider(address.toLatin1().constData());
        QVERIFY(!keys->key(moved));
        QCOMPARE(keys->keys(moved).front().keptFor, QStringLiteral("api.anthropic.com"));
        keys->moveTo(moved); // its owner said so, and agreed where it is not encrypted
        consentToPlainHttp(moved);
        QCOMPARE(secretOf(ring()->key(moved)), QByteArrayLiteral("sk-ant-1"));
        QVERIFY(!ring()->key(provider()));
    }

    void aKeyOfAnOlderVersionBelongsWhereItsProviderIs()
    {
        QFile old(m_folder->filePath(QStringLiteral("keys.json")));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write(R"({"anthropic":"sk-ant-older"})");
        old.close();
        QVERIFY(QFile::setPermissions(old.fileName(), QFile::ReadOwner | QFile::WriteOwner));
        const auto keys = ring();
        keys->bindTo({provider()});
        QCOMPARE(secretOf(keys->key(provider())), QByteArrayLiteral("sk-ant-older"));
        QVERIFY(!keys->key(provider("https://evil.example")));
        QVERIFY(!ring()->key(provider("https://evil.example")));
    }

    void aVariableGoesOnlyToItsOwnHost_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("dialect");
        QTest::addColumn<bool>("used");
        const auto row = [](const char *name, const char *variable, const char *address, Dialect dialect, bool used) {
            QTest::newRow(name) << QByteArray(variable) << QString::fromLatin1(address) << static_cast<int>(dialect) << used;
        };
        row("Anthropic", "ANTHROPIC_API_KEY", "https://api.anthropic.com", Dialect::Anthropic, true);
        row("Anthropic elsewhere", "ANTHROPIC_API_KEY", "https://proxy.example", Dialect::Anthropic, false);
        row("Anthropic unencrypted", "ANTHROPIC_API_KEY", "http://api.anthropic.com", Dialect::Anthropic, false);
        row("OpenAI", "OPENAI_API_KEY", "https://api.openai.com/v1", Dialect::OpenAi, true);
        row("OpenAI elsewhere", "OPENAI_API_KEY", "http://localhost:8080", Dialect::OpenAi, false);
        row("OpenAI, another port", "OPENAI_API_KEY", "https://api.openai.com:444", Dialect::OpenAi, false);
        row("OpenRouter", "OPENROUTER_API_KEY", "https://openrouter.ai/api/v1", Dialect::OpenAi, true);
        row("Groq", "GROQ_API_KEY", "https://api.groq.com/openai/v1", Dialect::OpenAi, true);
        row("Gemini", "GEMINI_API_KEY", "https://generativelanguage.googleapis.com/v1beta/openai", Dialect::OpenAi, true);
        row("one's key at another", "OPENAI_API_KEY", "https://api.groq.com/openai/v1", Dialect::OpenAi, false);
    }

    void aVariableGoesOnlyToItsOwnHost()
    {
        QFETCH(const QByteArray, variable);
        QFETCH(const QString, address);
        QFETCH(const int, dialect);
        QFETCH(const bool, used);
        qputenv(variable.constData(), "sk-from-the-shell-0123456789");
        const auto keys = ring();
        // Whatever the provider is called: the host decides.
        const Provider asked = provider(address.toLatin1().constData(), static_cast<Dialect>(dialect), "anthropic");
        const auto key = keys->key(asked);
        QCOMPARE(key && key->secret == "sk-from-the-shell-0123456789", used);
        QCOMPARE(!keys->keys(asked).empty(), used);
        if (used) {
            QCOMPARE(key->name, QString::fromLatin1(variable));
            QVERIFY(keys->keys(asked).front().place == KeyPlace::Environment);
        }
        QVERIFY(QDir(m_folder->path()).isEmpty()); // never written down
    }

    void theShellOrTheCommandLineMayPointItsKeyElsewhere()
    {
        qputenv("ANTHROPIC_API_KEY", "sk-ant-shell");
        const Provider gateway = provider("http://127.0.0.1:4000");
        QVERIFY(!ring()->key(gateway));
        const auto keys = ring();
        keys->setToldAddress(QUrl(QStringLiteral("http://127.0.0.1:4000/")));
        QCOMPARE(secretOf(keys->key(gateway)), QByteArrayLiteral("sk-ant-shell"));
        qputenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:4000");
        QCOMPARE(secretOf(ring()->key(gateway)), QByteArrayLiteral("sk-ant-shell"));
        QVERIFY(!ring()->key(provider()));
    }
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
