// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chat/searchhit.h"

#include <QAbstractListModel>
#include <QListView>

namespace breakwater {

/// What was found in messages, a row each, and below them what is to be said of it. UI thread.
class HitModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit HitModel(const TimeSource &time, QObject *parent = nullptr);

    void setHits(std::vector<SearchHit> hits, const QStringList &notes = {});
    [[nodiscard]] bool isSame(const std::vector<SearchHit> &hits, const QStringList &notes) const { return m_hits == hits && m_notes == notes; }
    /// Null of a row that says something.
    [[nodiscard]] const SearchHit *hit(const QModelIndex &index) const;
    /// Empty of a row that was found.
    [[nodiscard]] QString note(const QModelIndex &index) const;
    /// Without what is said below them.
    [[nodiscard]] int hitCount() const { return static_cast<int>(m_hits.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Display: title and snippet in a sentence, as it is read aloud.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QString timeOf(const SearchHit &hit) const;

private:
    const TimeSource &m_time;
    std::vector<SearchHit> m_hits;
    QStringList m_notes;
};

/// The list of them: the conversation's title, when, and a line of the message with the words in bold. UI thread.
class HitList : public QListView
{
    Q_OBJECT
public:
    explicit HitList(const TimeSource &time, QWidget *parent = nullptr);

    /// The same ones once more move nothing.
    void setHits(std::vector<SearchHit> hits, const QStringList &notes = {});
    [[nodiscard]] HitModel &hits() const { return *m_model; }

Q_SIGNALS:
    void chosen(const breakwater::SearchHit &hit);
    /// Up, from the first row.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    HitModel *m_model;
};

} // namespace breakwater
