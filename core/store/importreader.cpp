// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importreader.h"

#include "core/store/importforeign.h"
#include "core/store/importtext.h"
#include "core/store/parceljson.h"

#include <QRegularExpression>

namespace breakwater {

namespace {

/// The files of an export that hold conversations, where it has several files.
bool holdsConversations(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("(^|/)conversations(-\\d+)?\\.json$"), QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch() && !name.contains(QLatin1String("__MACOSX"));
}

} // namespace

bool ImportReader::open(Step &step)
{
    auto opened = Bundle::open(m_path);
    if (const auto *problem = std::get_if<Bundle::Problem>(&opened)) {
        step.over = true;
        step.trouble = problem->trouble;
        step.detail = problem->detail;
        return false;
    }
    m_bundle = std::move(std::get<std::unique_ptr<Bundle>>(opened));
    const QStringList names = m_bundle->names();
    for (const QString &name : names) {
        if (holdsConversations(name))
            m_parts.append(name);
        m_files.insert(soundFileName(name), name);
    }
    if (m_parts.isEmpty()) { // a file under any name, or our own in a folder
        for (const QString &name : names) {
            if (names.size() == 1 || name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
                m_parts.append(name);
            if (m_parts.size() >= 1000)
                break;
        }
    }
    m_parts.sort();
    m_total = 1;
    for (const QString &part : m_parts)
        m_total += m_bundle->sizeOf(part);
    return true;
}

bool ImportReader::nextPart(Step &step)
{
    m_items.reset();
    m_own.reset();
    if (m_device) {
        m_device.reset();
        m_before += m_bundle->sizeOf(m_part);
    }
    while (!m_parts.isEmpty() && !m_bundle->trouble()) {
        m_part = m_parts.takeFirst();
        m_device = m_bundle->device(m_part);
        if (m_device) {
            m_items = std::make_unique<JsonItems>(*m_device, std::set<QByteArray> {"items", "conversations"}, &m_stop);
            m_asked = false;
            return true;
        }
        step.skipped.push_back({m_bundle->trouble() == ImportTrouble::Locked ? SkipReason::Locked : SkipReason::NotReadable, soundFileName(m_part)});
    }
    step.over = true;
    step.trouble = m_bundle->trouble();
    if (!step.trouble && !m_found)
        step.trouble = ImportTrouble::NoExport;
    return false;
}

/// The bytes of a file that a message names: by its whole name, or by an id that its name begins with.
std::optional<QByteArray> ImportReader::exported(const QString &name)
{
    if (name.size() < 3)
        return std::nullopt;
    QString found = m_files.value(name);
    if (found.isEmpty() && name.size() >= 8) {
        const auto next = m_files.lowerBound(name); // in order: those that begin with it come together
        if (next != m_files.cend() && next.key().startsWith(name))
            found = next.value();
    }
    return found.isEmpty() ? std::nullopt : m_bundle->read(found, mostAttachedBytes);
}

void ImportReader::deliver(std::optional<Parcel> parcel, Step &step)
{
    if (!parcel)
        return;
    m_found = true;
    step.skipped.insert(step.skipped.end(), parcel->skipped.begin(), parcel->skipped.end());
    parcel->skipped.clear();
    if (parcel->messages.empty())
        step.skipped.push_back({SkipReason::NoMessages, soundLine(parcel->conversation.title)});
    else
        step.parcel = std::make_shared<Parcel>(std::move(*parcel));
}

void ImportReader::take(const JsonItems::Item &item, Step &step)
{
    if (m_own) {
        deliver(m_own->take(item, step.skipped), step);
        return;
    }
    const auto files = [this](const QString &name) { return exported(name); };
    auto parcel = parcelFromChatGpt(item.object, files);
    if (!parcel)
        parcel = parcelFromClaude(item.object, files);
    if (!parcel)
        step.skipped.push_back({SkipReason::NotReadable, soundFileName(m_part)});
    else if (parcel->conversation.title.isEmpty() && !parcel->messages.empty())
        parcel->conversation.title = titleFromPrompt(parcel->messages.front().text);
    deliver(std::move(parcel), step);
}

ImportReader::Step ImportReader::next()
{
    Step step;
    if (m_stop) {
        step.over = true;
        return step;
    }
    if ((!m_bundle && !open(step)) || (!m_items && !nextPart(step)))
        return step;
    const JsonItems::Item item = m_items->next();
    if (m_stop) { // it was not read to its end
        step.over = true;
        return step;
    }
    if (!std::exchange(m_asked, true)) {
        const QJsonValue version = item.object.contains(QLatin1String("breakwater")) ? item.object.value(QLatin1String("breakwater")) : m_items->head().value(QLatin1String("breakwater"));
        if (version.isDouble() && version.toInteger() > ownFormatVersion) {
            step.over = true;
            step.trouble = ImportTrouble::NewerFormat;
            return step;
        }
        if (version.isDouble()) {
            m_own = std::make_unique<OwnImport>(*m_device);
            m_found = true;
        }
    }
    step.share = std::min(1.0, static_cast<double>(m_before + m_items->position()) / static_cast<double>(m_total));
    switch (item.kind) {
    case JsonItems::Kind::Object:
        take(item, step);
        break;
    case JsonItems::Kind::Other:
        step.skipped.push_back({SkipReason::NotReadable, soundFileName(m_part)});
        break;
    case JsonItems::Kind::TooLarge:
        step.skipped.push_back({SkipReason::TooLarge, soundFileName(m_part)});
        break;
    case JsonItems::Kind::CutOff:
        if (!m_bundle->trouble())
            step.skipped.push_back({SkipReason::CutOff, soundFileName(m_part)});
        [[fallthrough]];
    case JsonItems::Kind::End:
    case JsonItems::Kind::NotJson:
        if (m_own)
            deliver(m_own->finish(), step);
        m_items.reset();
        break;
    }
    return step;
}

} // namespace breakwater
