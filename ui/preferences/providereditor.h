// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/provider.h"
#include "ui/preferences/testresult.h"
#include "ui/style/card.h"

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace breakwater {

class Button;
class CertificateRow;
class KeyEditor;
class KeyPort;
class PatienceRow;
class Switch;
class TestView;
class TextLabel;
class WrappingCheckBox;

/// What a person says of an address that cannot be used or deserves a word; empty when it is all right.
[[nodiscard]] QString sentenceFor(BaseUrlProblem problem);

/// One provider: name, language, address, key, patience, certificates, use, connection test. Edits go out by signal. UI
/// thread.
///
/// An address that cannot be used stays in its field, marked, and is not sent out; the one before it stays in use.
class ProviderEditor : public Card
{
    Q_OBJECT
public:
    explicit ProviderEditor(KeyPort &keys, QWidget *parent = nullptr);

    /// `usual` is how long a provider is waited for that has no times of its own.
    void show(const Provider &provider, const PatienceSettings &usual = {});
    using QWidget::show;
    /// How long a provider is waited for that has no times of its own, when that changed.
    void setUsual(const PatienceSettings &usual);
    void showTestResult(const TestResult &result);
    [[nodiscard]] const Provider &provider() const { return m_provider; }

Q_SIGNALS:
    void edited(const breakwater::Provider &provider);
    void keyChanged();
    void testRequested(const breakwater::Provider &provider);
    void removeRequested();

private:
    [[nodiscard]] QWidget *makeRemote();
    void fitCaptions();
    void takeUrl();
    void showUrlProblem(BaseUrlProblem problem);

    Provider m_provider;
    TextLabel *m_title = nullptr;
    TextLabel *m_what = nullptr;
    Switch *m_use = nullptr;
    QLineEdit *m_name = nullptr;
    QWidget *m_remote = nullptr; // what only a real provider has
    QComboBox *m_dialect = nullptr;
    QLineEdit *m_url = nullptr;
    TextLabel *m_urlSentence = nullptr;
    WrappingCheckBox *m_unencrypted = nullptr;
    KeyEditor *m_key = nullptr;
    PatienceRow *m_patience = nullptr;
    TextLabel *m_certificatesCaption = nullptr;
    CertificateRow *m_certificates = nullptr;
    TestView *m_test = nullptr;
};

} // namespace breakwater
