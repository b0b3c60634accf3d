// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/highlighter.h"

#include <algorithm>

namespace breakwater {

namespace {

QStringList words(const char *spaced)
{
    QStringList list = QString::fromLatin1(spaced).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    list.sort();
    return list;
}

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

/// The family of C: // and /* */, single and double quotes.
CodeLanguage cLike(const char *name, const char *aliases, const char *keywords)
{
    CodeLanguage language;
    language.name = text(name);
    language.aliases = words(aliases);
    language.keywords = words(keywords);
    language.lineComments = words("//");
    language.blockBegin = text("/*");
    language.blockEnd = text("*/");
    language.quotes = text("\"'");
    return language;
}

/// The family of the shell: # and quotes.
CodeLanguage hashLike(const char *name, const char *aliases, const char *keywords)
{
    CodeLanguage language;
    language.name = text(name);
    language.aliases = words(aliases);
    language.keywords = words(keywords);
    language.lineComments = words("#");
    language.quotes = text("\"'");
    return language;
}

std::vector<CodeLanguage> allLanguages()
{
    std::vector<CodeLanguage> all;
    all.push_back(cLike("C++", "cpp c++ cc cxx hpp hxx h++ c h",
        "#define #elif #else #endif #error #if #ifdef #ifndef #include #pragma #undef alignas alignof asm auto bool break case catch char "
        "char16_t char32_t char8_t class co_await co_return co_yield concept const const_cast consteval constexpr constinit continue "
        "decltype default delete do double dynamic_cast else enum explicit export extern false final float for friend goto if inline int "
        "long mutable namespace new noexcept nullptr operator override private protected public register reinterpret_cast requires return "
        "short signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef typeid "
        "typename union unsigned using virtual void volatile wchar_t while"));
    CodeLanguage python = hashLike("Python", "python py python3 py3",
        "False None True and as assert async await break case class continue def del elif else except finally for from global if import in "
        "is lambda match nonlocal not or pass raise return try while with yield self");
    python.longQuotes = words("\"\"\" '''");
    all.push_back(python);
    CodeLanguage script = cLike("JavaScript", "javascript js jsx mjs cjs node",
        "arguments async await break case catch class const continue debugger default delete do else export extends false finally for from "
        "function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while "
        "with yield");
    script.longQuotes = words("`");
    all.push_back(script);
    CodeLanguage typed = cLike("TypeScript", "typescript ts tsx",
        "abstract any as async await boolean break case catch class const constructor continue declare default delete do else enum export "
        "extends false finally for from function get if implements import in infer instanceof interface is keyof let module namespace never "
        "new null number object of private protected public readonly return set static string super switch symbol this throw true try type "
        "typeof undefined unique unknown var void while yield");
    typed.longQuotes = words("`");
    all.push_back(typed);
    CodeLanguage json;
    json.name = text("JSON");
    json.aliases = words("json jsonc json5");
    json.keywords = words("true false null");
    json.lineComments = words("//");
    json.quotes = text("\"");
    json.keys = true;
    all.push_back(json);
    all.push_back(hashLike("Bash", "bash sh shell zsh console shellsession",
        "alias break case cd continue declare do done echo elif else esac eval exec exit export fi for function if in local printf read "
        "readonly return select set shift source then trap unset until while"));
    CodeLanguage sql;
    sql.name = text("SQL");
    sql.aliases = words("sql sqlite postgres postgresql psql mysql plsql");
    sql.keywords = words(
        "add all alter and any as asc begin between bigint boolean by cascade case check coalesce column commit constraint count create cross "
        "current_timestamp database date default delete desc distinct drop else end exists false foreign from full group having if in index "
        "inner insert int integer intersect into is join key left like limit not null numeric offset on or order outer over partition primary "
        "references replace returning right rollback select set sum table text then timestamp transaction true union unique update using "
        "values varchar view when where with");
    sql.lineComments = words("--");
    sql.blockBegin = text("/*");
    sql.blockEnd = text("*/");
    sql.quotes = text("'\"");
    sql.ignoreCase = true;
    all.push_back(sql);
    CodeLanguage rust = cLike("Rust", "rust rs",
        "Self as async await bool break char const continue crate dyn else enum extern f32 f64 false fn for i128 i16 i32 i64 i8 if impl in "
        "isize let loop match mod move mut pub ref return self static str struct super trait true type u128 u16 u32 u64 u8 unsafe use usize "
        "where while");
    rust.quotes = text("\""); // a single quote also begins a lifetime
    all.push_back(rust);
    CodeLanguage go = cLike("Go", "go golang",
        "any bool break byte case chan const continue default defer else error fallthrough false float32 float64 for func go goto if import "
        "int int16 int32 int64 int8 interface iota make map new nil package range return rune select string struct switch true type uint "
        "uint16 uint32 uint64 uint8 var");
    go.longQuotes = words("`");
    all.push_back(go);
    all.push_back(cLike("Java", "java",
        "abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float "
        "for goto if implements import instanceof int interface long native new null package private protected public record return sealed "
        "short static strictfp super switch synchronized this throw throws transient true try var void volatile while yield"));
    all.push_back(cLike("C#", "csharp cs c#",
        "abstract as async await base bool break byte case catch char class const continue decimal default delegate do double else enum event "
        "explicit extern false finally fixed float for foreach get if implicit in init int interface internal is lock long namespace new null "
        "object operator out override params private protected public readonly record ref return sealed set short sizeof static string struct "
        "switch this throw true try typeof uint ulong using var virtual void volatile while yield"));
    all.push_back(cLike("Kotlin", "kotlin kt kts",
        "as break by class companion const continue data do else enum false finally for fun if import in init interface internal is lateinit "
        "null object open override package private protected public return sealed super suspend this throw true try typealias val var when "
        "while"));
    CodeLanguage markup;
    markup.name = text("HTML");
    markup.aliases = words("html xml svg xhtml vue");
    markup.blockBegin = text("<!--");
    markup.blockEnd = text("-->");
    markup.quotes = text("\"'");
    markup.tags = true;
    all.push_back(markup);
    CodeLanguage css = cLike("CSS", "css scss less", "important inherit initial none auto unset");
    css.keys = true;
    all.push_back(css);
    CodeLanguage yaml = hashLike("YAML", "yaml yml", "true false null yes no on off");
    yaml.keys = true;
    all.push_back(yaml);
    all.push_back(hashLike("TOML", "toml ini conf", "true false"));
    all.push_back(hashLike("CMake", "cmake", "if else elseif endif foreach endforeach function endfunction macro endmacro while endwhile set "
        "project add_executable add_library target_link_libraries find_package include return"));
    return all;
}

} // namespace

const CodeLanguage *codeLanguage(const QString &alias)
{
    static const std::vector<CodeLanguage> all = allLanguages();
    const QString key = alias.toLower();
    const auto found = std::find_if(all.begin(), all.end(), [&](const CodeLanguage &language) { return language.aliases.contains(key); });
    return found == all.end() ? nullptr : &*found;
}

QString codeLanguageName(const QString &alias)
{
    if (alias.compare(QLatin1String("c"), Qt::CaseInsensitive) == 0 || alias == QLatin1String("h"))
        return QStringLiteral("C");
    const CodeLanguage *language = codeLanguage(alias);
    return language ? language->name : alias;
}

} // namespace breakwater
