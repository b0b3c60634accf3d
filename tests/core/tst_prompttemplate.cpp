// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/prompttemplate.h"

#include <QtTest>

using namespace breakwater;

class TestPromptTemplate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void variablesAreFoundOnceInTheirOrder()
    {
        QCOMPARE(variablesIn(QStringLiteral("Explain {{topic}} to {{ who }} as {{topic}}.")), (QStringList {QStringLiteral("topic"), QStringLiteral("who")}));
        QCOMPARE(variablesIn(QStringLiteral("{{}} {{ }} {a} {{a\nb}} {{{{deep}}}}")), QStringList {QStringLiteral("deep")});
        QCOMPARE(variablesIn(QStringLiteral("{{") + QString(61, QLatin1Char('x')) + QStringLiteral("}}")), QStringList());
        QCOMPARE(variablesIn(QString()), QStringList());
    }

    void placesAreWithTheirBraces()
    {
        QCOMPARE(variablePlacesIn(QStringLiteral("To {{ who }}, {{who}}{{}}")), (std::vector<VariablePlace> {{QStringLiteral("who"), 3, 9}, {QStringLiteral("who"), 14, 7}}));
        QVERIFY(variablePlacesIn(QStringLiteral("{{a")).empty());
    }

    void whatIsFilledInIsNotReadAgain()
    {
        const QHash<QString, QString> values {{QStringLiteral("a"), QStringLiteral("{{b}}")}, {QStringLiteral("b"), QStringLiteral("{{a}}")}};
        QCOMPARE(filledIn(QStringLiteral("{{a}} and {{ b }}, {{c}}"), values), QStringLiteral("{{b}} and {{a}}, {{c}}"));
        // Nor do two values make one between them.
        const QHash<QString, QString> halves {{QStringLiteral("a"), QStringLiteral("{{")}, {QStringLiteral("b"), QStringLiteral("b}}")}};
        QCOMPARE(filledIn(QStringLiteral("{{a}}{{b}}"), halves), QStringLiteral("{{b}}"));
    }

    void aTemplateIsFilledInManyTimes()
    {
        const PromptTemplate text(QStringLiteral("{{a}}: {{ a }}, {{gone}}"));
        for (const QString &value : {QStringLiteral("one"), QStringLiteral("two {{gone}}"), QString()})
            QCOMPARE(text.filledIn({{QStringLiteral("a"), value}}), QString(value + QStringLiteral(": ") + value + QStringLiteral(", {{gone}}")));
        QCOMPARE(PromptTemplate(QString()).filledIn({}), QString());
        QCOMPARE(PromptTemplate(QStringLiteral("plain")).filledIn({}), QStringLiteral("plain"));
    }
};

QTEST_GUILESS_MAIN(TestPromptTemplate)
#include "tst_prompttemplate.moc"
