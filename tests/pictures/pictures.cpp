// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/picture.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QLocale>
#include <QPainter>
#include <QTranslator>

#include <cstdio>

using namespace breakwater;

namespace breakwater {

void settle()
{
    QElapsedTimer passed;
    passed.start();
    while (passed.elapsed() < 250)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

} // namespace breakwater

namespace {

/// The window and the popups before it.
QImage grabbed(QWidget &window)
{
    QImage image = window.grab().toImage();
    QPainter painter(&image);
    for (QWidget *popup : QApplication::topLevelWidgets()) {
        if (popup != &window && popup->isVisible() && (popup->windowType() == Qt::Popup || popup->windowType() == Qt::ToolTip))
            painter.drawPixmap(popup->pos() - window.pos(), popup->grab());
    }
    return image;
}

QImage pictured(const PicturePart &part, const QSize &size)
{
    Theme::instance().setChoice(part.scheme == Scheme::Dark ? SchemeChoice::Dark : SchemeChoice::Light);
    const Scene scene = part.make(size);
    settle();
    return grabbed(*scene);
}

/// As the design has it: in its place on a desktop of its own.
QImage inPlace(const Picture &picture)
{
    const qreal ratio = qApp->devicePixelRatio();
    QImage all(pictureSize * ratio, QImage::Format_RGB32);
    all.setDevicePixelRatio(ratio);
    all.fill(picture.parts.front().scheme == Scheme::Dark ? QColor(0x070A0B) : QColor(0xC3CFD2));
    QPainter painter(&all);
    for (const PicturePart &part : picture.parts)
        painter.drawImage(part.place.topLeft(), pictured(part, part.place.size()));
    return all;
}

QImage beside(const QImage &left, const QImage &right)
{
    QImage both(left.width() + right.width() + 8, qMax(left.height(), right.height()), QImage::Format_RGB32);
    both.fill(QColor(0x808080));
    QPainter painter(&both);
    const auto whole = [](QImage image) {
        image.setDevicePixelRatio(1);
        return image;
    };
    painter.drawImage(0, 0, whole(left));
    painter.drawImage(left.width() + 8, 0, whole(right));
    return both;
}

bool save(const QImage &image, const QString &path)
{
    if (image.save(path))
        return true;
    std::fprintf(stderr, "%s could not be written\n", qPrintable(path));
    return false;
}

QSize sizeIn(const QString &text)
{
    return {text.section(QLatin1Char('x'), 0, 0).toInt(), text.section(QLatin1Char('x'), 1, 1).toInt()};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Draws the real windows with the content of the design's pictures."));
    parser.addHelpOption();
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Windows of this size, instead of the pictures' own."), QStringLiteral("720x520"));
    const QCommandLineOption text(QStringLiteral("text"), QStringLiteral("The size of text."), QStringLiteral("1.5"));
    const QCommandLineOption contrast(QStringLiteral("contrast"), QStringLiteral("With high contrast."));
    const QCommandLineOption scheme(QStringLiteral("scheme"), QStringLiteral("All in this scheme."), QStringLiteral("light or dark"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("In the words of this file."), QStringLiteral("qm"));
    const QCommandLineOption design(QStringLiteral("beside"), QStringLiteral("Lays each beside the design's picture from this folder."), QStringLiteral("folder"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("Those whose names begin so."), QStringLiteral("01"));
    parser.addOptions({size, text, contrast, scheme, language, design, only});
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where the pictures go."));
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QDir folder(parser.positionalArguments().first());
    QDir().mkpath(folder.path());

    QTranslator translator;
    if (parser.isSet(language) && translator.load(parser.value(language)))
        QApplication::installTranslator(&translator);
    useBreakwaterStyle();
    Theme::instance().setReducedMotion(SystemChoice::Off);
    Theme::instance().setContrast(parser.isSet(contrast) ? SystemChoice::On : SystemChoice::Off);
    if (parser.isSet(text))
        Theme::instance().setTextScale(parser.value(text).toDouble());

    std::vector<Picture> pictures = windowPictures();
    for (const auto &more : {preferencesPictures(), statePictures()})
        pictures.insert(pictures.end(), more.begin(), more.end());
    bool all = true;
    for (Picture &picture : pictures) {
        if (!picture.name.startsWith(parser.value(only)))
            continue;
        if (parser.isSet(scheme)) {
            for (PicturePart &part : picture.parts)
                part.scheme = parser.value(scheme) == QLatin1String("dark") ? Scheme::Dark : Scheme::Light;
        }
        if (parser.isSet(size)) {
            for (std::size_t part = 0; part < picture.parts.size(); ++part) {
                const QString name = part == 0 ? picture.name : QStringLiteral("%1-%2").arg(picture.name).arg(part + 1);
                all = save(pictured(picture.parts[part], sizeIn(parser.value(size))), folder.filePath(QString(name + QLatin1String(".png")))) && all;
            }
            continue;
        }
        const QString name = picture.name + QLatin1String(".png");
        const QImage ours = inPlace(picture);
        const QImage theirs = parser.isSet(design) ? QImage(QDir(parser.value(design)).filePath(name)) : QImage();
        all = save(theirs.isNull() ? ours : beside(theirs, ours), folder.filePath(name)) && all;
    }
    return all ? 0 : 1;
}
