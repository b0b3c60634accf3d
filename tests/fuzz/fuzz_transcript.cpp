// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/transcriptfuzz.h"

#include <QGuiApplication>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static QGuiApplication app(*argc, *argv);
    return 0;
}

/// Whatever a model writes: shown without a crash, and the same in whatever pieces it came.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString fault =
        breakwater::transcriptFault(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!fault.isEmpty())
        qFatal("%s", qPrintable(fault));
    return 0;
}
