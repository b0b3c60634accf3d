// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/highlighter.h"

// Why not a library: KSyntaxHighlighting for Qt 6 is not in Debian 12, QScintilla's lexers need their own editor, tree-sitter comes without
// grammars. GNU Source-highlight is there and was measured: 68 µs for a line of C++ and half a second for an odd one (its rules
// are backtracking expressions), while a block of 17,000 lines is to be seen within a frame; and it knows no TypeScript, Kotlin,
// Swift, YAML, TOML, CMake. What a chat needs of a language fits into a few lines of data.

namespace breakwater {

namespace {

constexpr const char *cComment = "/* */";
constexpr const char *bothQuotes = "\"'";

struct LanguageData
{
    const char *name = "";
    const char *aliases = "";
    const char *keywords = "";
    const char *lineComments = "";
    const char *comments = ""; ///< pairs
    const char *strings = ""; ///< pairs
    const char *quotes = "";
    const char *wordMarks = "";
    char keyMark = 0;
    bool ignoreCase = false;
    bool tags = false;
    bool commands = false;
};

constexpr const char *cppWords =
    "#define #elif #else #endif #error #if #ifdef #ifndef #include #pragma #undef alignas alignof asm auto bool break case catch char char16_t "
    "char32_t char8_t class co_await co_return co_yield concept const const_cast consteval constexpr constinit continue decltype default delete do "
    "double dynamic_cast else enum explicit export extern false final float for friend goto if inline int long mutable namespace new noexcept "
    "nullptr operator override private protected public register reinterpret_cast requires return short signed sizeof static static_assert "
    "static_cast struct switch template this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t "
    "while";
constexpr const char *scriptWords =
    "arguments as async await break case catch class const continue debugger default delete do else export extends false finally for from function "
    "get if import in instanceof let new null of return set static super switch this throw true try typeof undefined var void while with yield";
constexpr const char *lispWords =
    "and begin case cond cons declare def defclass define define-syntax defmacro defmethod defn defparameter defprotocol defrecord defstruct defun "
    "defvar do dolist dotimes else false fn for if in-package labels lambda let let* letrec list loop nil not ns or progn quote recur require return "
    "set! setf setq t throw true try unless use when while";

constexpr LanguageData languageData[] = {
    {.name = "Assembly", .aliases = "asm assembly nasm gas x86 arm",
        .keywords = "add and bl bne call cmp db dd dec div dq dw equ extern global inc int ja jb je jg jge jl jle jmp jne jnz jz ldr lea loop mov movq "
                    "movzx mul nop not or pop push ret rep section shl shr str sub syscall test xor",
        .lineComments = ";", .comments = cComment, .quotes = bothQuotes, .wordMarks = ".%", .ignoreCase = true},
    {.name = "AWK", .aliases = "awk gawk",
        .keywords = "BEGIN END FILENAME FS NF NR OFS ORS RS break continue delete do else exit for function getline gsub if in index length match next "
                    "print printf return split sprintf sub substr tolower toupper while",
        .lineComments = "#", .quotes = "\""},
    {.name = "Bash", .aliases = "bash sh shell zsh ksh console shellsession",
        .keywords = "alias break case cd continue declare do done echo elif else esac eval exec exit export fi for function if in local printf read "
                    "readonly return select set shift source sudo then trap unset until while",
        .lineComments = "#", .quotes = bothQuotes},
    {.name = "Batch", .aliases = "bat batch cmd dos",
        .keywords = "@echo call cd copy defined del do echo else endlocal errorlevel exist exit for goto if in mkdir move not off on pause ren rmdir set "
                    "setlocal shift start type",
        .lineComments = "rem REM ::", .quotes = "\"", .ignoreCase = true},
    {.name = "C", .aliases = "c h",
        .keywords = "#define #elif #else #endif #error #if #ifdef #ifndef #include #pragma #undef _Atomic _Bool _Generic _Noreturn alignas alignof auto "
                    "bool break case char const constexpr continue default do double else enum extern false float for goto if inline int long nullptr "
                    "register restrict return short signed sizeof static static_assert struct switch true typedef typeof union unsigned void volatile while",
        .lineComments = "//", .comments = cComment, .quotes = bothQuotes},
    {.name = "C#", .aliases = "csharp cs c#",
        .keywords = "abstract as async await base bool break byte case catch char class const continue decimal default delegate do double else enum event "
                    "explicit extern false finally fixed float for foreach get global if implicit in init int interface internal is lock long nameof "
                    "namespace new null object operator out override params partial private protected public readonly record ref required return sealed "
                    "set short sizeof static string struct switch this throw true try typeof uint ulong using var virtual void volatile when where while "
                    "with yield",
        .lineComments = "//", .comments = cComment, .strings = "\"\"\" \"\"\"", .quotes = bothQuotes},
    {.name = "C++", .aliases = "cpp c++ cc cxx hpp hxx h++ ino arduino", .keywords = cppWords,
        .lineComments = "//", .comments = cComment, .strings = "R\"( )\"", .quotes = bothQuotes},
    {.name = "Clojure", .aliases = "clojure clj cljs edn", .keywords = lispWords,
        .lineComments = ";", .strings = "\" \"", .wordMarks = "-*!?:"},
    {.name = "CMake", .aliases = "cmake",
        .keywords = "add_custom_command add_custom_target add_executable add_library add_subdirectory add_test and break cmake_minimum_required else elseif "
                    "endforeach endfunction endif endmacro endwhile false find_library find_package foreach function if include install list macro matches "
                    "message not off on option or private project public return set string strequal target_compile_definitions "
                    "target_compile_features target_compile_options target_include_directories target_link_libraries target_sources true unset while",
        .lineComments = "#", .comments = "#[[ ]]", .strings = "[[ ]]", .quotes = "\"", .ignoreCase = true},
    {.name = "CSS", .aliases = "css", .keywords = "@charset @font-face @import @keyframes @layer @media @supports auto inherit initial none unset",
        .comments = cComment, .quotes = bothQuotes, .wordMarks = "-", .keyMark = ':'},
    {.name = "CSV", .aliases = "csv tsv", .quotes = "\""},
    {.name = "CUDA", .aliases = "cuda cu", .keywords = cppWords, .lineComments = "//", .comments = cComment, .quotes = bothQuotes},
    {.name = "D", .aliases = "d dlang",
        .keywords = "abstract alias assert auto bool break byte case cast catch char class const continue debug default delegate delete double else enum "
                    "export extern false final finally float for foreach function goto if immutable import in inout int interface invariant is lazy long "
                    "mixin module new nothrow null out override package private protected public pure real ref return scope short static string struct "
                    "super switch template this throw true try typeof ubyte uint ulong union unittest ushort version void while with",
        .lineComments = "//", .comments = "/* */ /+ +/", .strings = "` `", .quotes = bothQuotes},
    {.name = "Dart", .aliases = "dart flutter",
        .keywords = "abstract as assert async await base bool break case catch class const continue covariant default deferred do double dynamic else enum "
                    "export extends extension external factory false final finally for function get if implements import in int interface is late library "
                    "List Map mixin new null num on operator part required rethrow return sealed Set set show static String super switch sync this throw true "
                    "try typedef var void when while with yield",
        .lineComments = "//", .comments = cComment, .strings = "''' ''' \"\"\" \"\"\"", .quotes = bothQuotes},
    {.name = "Diff", .aliases = "diff patch udiff"}, // its lines are marked below
    {.name = "Dockerfile", .aliases = "dockerfile docker containerfile",
        .keywords = "add arg as cmd copy entrypoint env expose from healthcheck label maintainer onbuild run shell stopsignal user volume workdir",
        .lineComments = "#", .quotes = bothQuotes, .ignoreCase = true},
    {.name = "Elixir", .aliases = "elixir ex exs",
        .keywords = "@doc @impl @moduledoc @spec @type after alias and case catch cond def defimpl defmacro defmodule defp defprotocol defstruct do else end "
                    "false fn for if import in nil not or quote raise receive require rescue true try unless unquote use when with",
        .lineComments = "#", .strings = "\"\"\" \"\"\"", .quotes = "\"", .wordMarks = "?!"},
    {.name = "Elm", .aliases = "elm", .keywords = "alias as case else exposing if import in let module of port then type where",
        .lineComments = "--", .comments = "{- -}", .strings = "\"\"\" \"\"\"", .quotes = "\""},
    {.name = "Erlang", .aliases = "erlang erl",
        .keywords = "-behaviour -define -export -import -include -module -record -spec -type after and andalso band begin bnot bor bsl bsr bxor case catch cond div end "
                    "false fun if let maybe not of or orelse receive rem throw true try when xor",
        .lineComments = "%", .quotes = bothQuotes, .wordMarks = "-"},
    {.name = "F#", .aliases = "fsharp fs f# fsx",
        .keywords = "abstract and as assert async base begin class default do done downcast downto elif else end exception extern false finally for fun "
                    "function if in inherit inline interface internal lazy let match member module mutable namespace new not null of open or override "
                    "private public rec return sig static struct task then to true try type upcast use val void when while with yield",
        .lineComments = "//", .comments = "(* *)", .strings = "\"\"\" \"\"\"", .quotes = "\""},
    {.name = "Fortran", .aliases = "fortran f90 f95 f03 f08",
        .keywords = "allocatable allocate call case character complex contains cycle deallocate dimension do double else elseif end enddo endif exit false "
                    "function if implicit in inout integer intent interface logical module none only out parameter pointer precision print private program "
                    "public pure read real recursive result return save select stop subroutine target then true type use where while write",
        .lineComments = "!", .quotes = bothQuotes, .ignoreCase = true},
    {.name = "GLSL", .aliases = "glsl hlsl vert frag wgsl shader",
        .keywords = "#define #else #endif #extension #if #ifdef #ifndef #include #version attribute bool break buffer case cbuffer centroid const continue "
                    "default discard do else false fn float float2 float3 float4 for highp if in inout int ivec2 ivec3 ivec4 layout let lowp mat2 mat3 "
                    "mat4 mediump out precision return sampler2D samplerCube static struct switch texture true uint uniform var varying vec2 vec3 vec4 "
                    "void while",
        .lineComments = "//", .comments = cComment, .quotes = "\""},
    {.name = "Go", .aliases = "go golang",
        .keywords = "any bool break byte case chan const continue default defer else error fallthrough false float32 float64 for func go goto if import int "
                    "int16 int32 int64 int8 interface iota make map new nil package range return rune select string struct switch true type uint uint16 "
                    "uint32 uint64 uint8 var",
        .lineComments = "//", .comments = cComment, .strings = "` `", .quotes = bothQuotes},
    {.name = "GraphQL", .aliases = "graphql gql",
        .keywords = "directive enum extend false fragment implements input interface mutation null on query scalar schema subscription true type union",
        .lineComments = "#", .strings = "\"\"\" \"\"\"", .quotes = "\""},
    {.name = "Groovy", .aliases = "groovy gradle jenkinsfile",
        .keywords = "abstract as assert boolean break byte case catch char class const continue def default do double else enum extends false final finally "
                    "float for goto if implements import in instanceof int interface long new null package private protected public return short static "
                    "super switch this throw throws trait true try var void while",
        .lineComments = "//", .comments = cComment, .strings = "''' ''' \"\"\" \"\"\"", .quotes = bothQuotes},
    {.name = "Haskell", .aliases = "haskell hs",
        .keywords = "as case class data default deriving do else family forall foreign hiding if import in infix infixl infixr instance let mdo module "
                    "newtype of otherwise qualified rec then type where",
        .lineComments = "--", .comments = "{- -}", .quotes = "\""},
    {.name = "HTML", .aliases = "html htm xhtml vue svelte razor handlebars", .comments = "<!-- -->", .quotes = bothQuotes, .wordMarks = "-", .tags = true},
    {.name = "INI", .aliases = "ini conf cfg properties editorconfig dosini env dotenv systemd service desktop",
        .keywords = "true false yes no on off", .lineComments = "# ;", .quotes = "\"", .wordMarks = "-.", .keyMark = '='},
    {.name = "Java", .aliases = "java",
        .keywords = "@Override abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float "
                    "for goto if implements import instanceof int interface long native new null package permits private protected public record "
                    "return sealed short static strictfp super switch synchronized this throw throws transient true try var void volatile while yield",
        .lineComments = "//", .comments = cComment, .strings = "\"\"\" \"\"\"", .quotes = bothQuotes},
    {.name = "JavaScript", .aliases = "javascript js jsx mjs cjs node", .keywords = scriptWords,
        .lineComments = "//", .comments = cComment, .strings = "` `", .quotes = bothQuotes},
    {.name = "JSON", .aliases = "json jsonc json5 jsonl ndjson geojson", .keywords = "true false null",
        .lineComments = "//", .comments = cComment, .quotes = "\"", .keyMark = ':'},
    {.name = "Julia", .aliases = "julia jl",
        .keywords = "abstract baremodule begin break catch const continue do else elseif end export false finally for function global if import in isa let "
                    "local macro missing module mutable nothing primitive quote return struct true try type using where while",
        .lineComments = "#", .comments = "#= =#", .strings = "\"\"\" \"\"\"", .quotes = "\"", .wordMarks = "!"},
    {.name = "Kotlin", .aliases = "kotlin kt kts",
        .keywords = "as break by catch class companion const continue data do else enum false final finally for fun get if import in infix init inline inner "
                    "interface internal is it lateinit null object open operator out override package private protected public reified return sealed set "
                    "super suspend this throw true try typealias val value var vararg when where while",
        .lineComments = "//", .comments = cComment, .strings = "\"\"\" \"\"\"", .quotes = bothQuotes},
    {.name = "LaTeX", .aliases = "latex tex bibtex bib", .lineComments = "%", .commands = true},
    {.name = "Less", .aliases = "less", .keywords = "@import @media @plugin and auto inherit initial none not unset when",
        .lineComments = "//", .comments = cComment, .quotes = bothQuotes, .wordMarks = "-", .keyMark = ':'},
    {.name = "Lisp", .aliases = "lisp commonlisp common-lisp cl elisp emacs-lisp", .keywords = lispWords,
        .lineComments = ";", .comments = "#| |#", .strings = "\" \"", .wordMarks = "-*!?:&"},
    {.name = "Lua", .aliases = "lua luau",
        .keywords = "and break do else elseif end false for function goto if in local nil not or repeat return self then true until while",
        .lineComments = "--", .comments = "--[[ ]]", .strings = "[[ ]]", .quotes = bothQuotes},
    {.name = "Makefile", .aliases = "makefile make mk gnumake",
        .keywords = "define else endef endif export ifdef ifeq ifndef ifneq include override undefine unexport vpath",
        .lineComments = "#", .quotes = bothQuotes, .wordMarks = "-.%", .keyMark = ':'},
    {.name = "Markdown", .aliases = "markdown md mdx"}, // its lines are marked below
    {.name = "MATLAB", .aliases = "matlab octave m",
        .keywords = "break case catch classdef continue else elseif end endfunction endif endwhile false for function global if methods otherwise parfor "
                    "persistent properties return switch true try while",
        .lineComments = "%", .comments = "%{ %}", .quotes = "\""},
    {.name = "Mermaid", .aliases = "mermaid",
        .keywords = "activate alt autonumber class classDiagram deactivate direction else end erDiagram flowchart gantt graph journey loop note opt par "
                    "participant pie sequenceDiagram state stateDiagram stateDiagram-v2 style subgraph title",
        .lineComments = "%%", .quotes = "\"", .wordMarks = "-"},
    {.name = "nginx", .aliases = "nginx nginxconf",
        .keywords = "access_log allow client_max_body_size deny error_log error_page events gzip http if include index keepalive_timeout listen location log_format "
                    "map proxy_pass proxy_set_header return rewrite root server server_name set ssl_certificate ssl_certificate_key try_files upstream user "
                    "worker_connections worker_processes",
        .lineComments = "#", .quotes = bothQuotes},
    {.name = "Nim", .aliases = "nim nimrod",
        .keywords = "addr and as asm block break case cast concept const continue converter defer discard distinct div do elif else end enum except export false finally for "
                    "from func if import in include interface is isnot iterator let macro method mixin mod nil not notin object of or out proc ptr raise ref return "
                    "shl shr static template true try tuple type using var when while xor yield",
        .lineComments = "#", .comments = "#[ ]#", .strings = "\"\"\" \"\"\"", .quotes = "\""},
    {.name = "Nix", .aliases = "nix",
        .keywords = "assert builtins else false if import in inherit let null or rec then true with",
        .lineComments = "#", .comments = cComment, .strings = "'' ''", .quotes = "\"", .wordMarks = "-", .keyMark = '='},
    {.name = "Objective-C", .aliases = "objectivec objective-c objc mm",
        .keywords = "#define #else #endif #if #ifdef #import #include #pragma @autoreleasepool @class @end @implementation @interface @optional @property "
                    "@protocol @selector @synthesize BOOL NO NULL YES auto break case char const continue default do double else enum extern float for goto "
                    "id if in inline instancetype int long nil return self short signed sizeof static strong struct super switch typedef union unsigned void weak while",
        .lineComments = "//", .comments = cComment, .quotes = bothQuotes},
    {.name = "OCaml", .aliases = "ocaml ml mli reasonml",
        .keywords = "and as assert begin class constraint do done downto else end exception external false for fun function functor if in include inherit "
                    "initializer lazy let match method module mutable new nonrec object of open or private rec sig struct then to true try type val virtual "
                    "when while with",
        .comments = "(* *)", .strings = "{| |}", .quotes = "\""},
    {.name = "Pascal", .aliases = "pascal delphi objectpascal",
        .keywords = "and array as begin boolean case char class const constructor destructor div do downto else end except false file finally for function "
                    "if implementation in inherited integer interface is mod nil not of or procedure program property real record repeat set string then to true try "
                    "type unit until uses var while with xor",
        .lineComments = "//", .comments = "(* *) { }", .quotes = "'", .ignoreCase = true},
    {.name = "Perl", .aliases = "perl pl pm",
        .keywords = "and cmp die do each else elsif eq for foreach ge given gt if keys last le local lt my ne next no not or our package print push qw "
                    "redo ref require return say shift sub undef unless until use values wantarray while xor",
        .lineComments = "#", .quotes = bothQuotes},
    {.name = "PHP", .aliases = "php php3 php7 php8",
        .keywords = "abstract and array as bool break callable case catch class clone const continue declare default do echo else elseif empty enum extends "
                    "false final finally float fn for foreach function global goto if implements include include_once instanceof int interface isset list "
                    "match mixed namespace new null or parent print private protected public readonly require require_once return self static string "
                    "switch this throw trait true try unset use var void while xor yield",
        .lineComments = "// #", .comments = cComment, .quotes = bothQuotes, .ignoreCase = true},
    {.name = "PowerShell", .aliases = "powershell ps1 pwsh ps psm1",
        .keywords = "-and -band -contains -eq -ge -gt -in -is -le -like -lt -match -ne -not -notmatch -or -replace begin break catch class continue do else "
                    "elseif end enum exit filter finally for foreach function if in param process return switch throw trap try until using while",
        .lineComments = "#", .comments = "<# #>", .strings = "@\" \"@ @' '@", .quotes = bothQuotes, .wordMarks = "-", .ignoreCase = true},
    {.name = "Prolog", .aliases = "prolog swipl", .keywords = "dynamic fail is mod module not rem true use_module",
        .lineComments = "%", .comments = cComment, .quotes = bothQuotes},
    {.name = "Protocol Buffers", .aliases = "protobuf proto proto3",
        .keywords = "bool bytes double enum extend extensions false fixed32 fixed64 float import int32 int64 map message oneof option optional package public "
                    "repeated required reserved returns rpc service sfixed32 sfixed64 sint32 sint64 stream string syntax true uint32 uint64 weak",
        .lineComments = "//", .comments = cComment, .quotes = bothQuotes},
    {.name = "Python", .aliases = "python py python3 py3 pyi ipython pycon",
        .keywords = "False None True and as assert async await break case class continue def del elif else except finally for from global if import in is "
                    "lambda match nonlocal not or pass raise return self try while with yield",
        .lineComments = "#", .strings = "\"\"\" \"\"\" ''' '''", .quotes = bothQuotes},
    {.name = "QML", .aliases = "qml",
        .keywords = "alias as break case catch color const continue default delete do double else enum false finally for function if import in instanceof "
                    "int let new null on pragma property readonly real required return signal string switch this throw true try typeof undefined url var void while",
        .lineComments = "//", .comments = cComment, .strings = "` `", .quotes = bothQuotes, .keyMark = ':'},
    {.name = "R", .aliases = "r rlang rscript",
        .keywords = "FALSE Inf NA NULL NaN TRUE break else for function if in library next repeat require return while",
        .lineComments = "#", .quotes = bothQuotes, .wordMarks = "."},
    {.name = "Ruby", .aliases = "ruby rb rails irb gemfile",
        .keywords = "BEGIN END alias and attr_accessor attr_reader attr_writer begin break case class def defined? do else elsif end ensure extend false for "
                    "if in include lambda module next nil not or private proc protected public puts raise redo require require_relative rescue retry "
                    "return self super then true undef unless until when while yield",
        .lineComments = "#", .comments = "=begin =end", .quotes = bothQuotes, .wordMarks = "?!"},
    {.name = "Rust", .aliases = "rust rs",
        .keywords = "Self as async await bool break char const continue crate dyn else enum extern f32 f64 false fn for i128 i16 i32 i64 i8 if impl in isize "
                    "let loop match mod move mut pub ref return self static str struct super trait true type u128 u16 u32 u64 u8 unsafe use usize where while",
        .lineComments = "//", .comments = cComment, .strings = "r#\" \"# \" \""}, // a single quote also begins a lifetime
    {.name = "Scala", .aliases = "scala sbt sc",
        .keywords = "abstract case catch class def derives do else end enum export extends extension false final finally for given if implicit import inline "
                    "lazy match new null object opaque open override package private protected return sealed super then this throw trait transparent true "
                    "try type using val var while with yield",
        .lineComments = "//", .comments = cComment, .strings = "\"\"\" \"\"\"", .quotes = "\""},
    {.name = "Scheme", .aliases = "scheme scm racket rkt", .keywords = lispWords,
        .lineComments = ";", .comments = "#| |#", .strings = "\" \"", .wordMarks = "-*!?:>"},
    {.name = "SCSS", .aliases = "scss sass", .keywords = "@content @each @else @extend @for @forward @function @if @import @include @media @mixin @return @use @while auto inherit "
                                                         "initial none unset",
        .lineComments = "//", .comments = cComment, .quotes = bothQuotes, .wordMarks = "-", .keyMark = ':'},
    {.name = "Solidity", .aliases = "solidity sol",
        .keywords = "abstract address bool break bytes bytes32 calldata constant constructor continue contract delete do else emit enum error event external "
                    "fallback false for function if immutable import indexed int int256 interface internal is library mapping memory modifier new override "
                    "payable pragma private public pure receive require return returns revert storage string struct this true uint uint256 unchecked using "
                    "view virtual while",
        .lineComments = "//", .comments = cComment, .quotes = bothQuotes},
    {.name = "SQL", .aliases = "sql sqlite postgres postgresql psql mysql mariadb plsql plpgsql tsql duckdb",
        .keywords = "add all alter and any as asc begin between bigint boolean by cascade case check coalesce column commit conflict constraint count create "
                    "cross current_timestamp database date declare default delete desc distinct do drop else end except exists explain false foreign from full "
                    "function group having if ilike in index inner insert int integer intersect interval into is join key language lateral left like limit "
                    "materialized not null numeric offset on or order outer over partition primary procedure recursive references replace returning returns "
                    "right rollback row rows select serial set sum table temporary text then timestamp to transaction trigger true truncate union unique "
                    "update using values varchar view when where window with",
        .lineComments = "--", .comments = cComment, .strings = "$$ $$", .quotes = "'\"", .ignoreCase = true},
    {.name = "Swift", .aliases = "swift swiftui",
        .keywords = "@MainActor @State @escaping actor any as associatedtype async await break case catch class continue convenience default defer deinit do "
                    "else enum extension fallthrough false fileprivate final for func get guard if import in indirect init inout internal is lazy let "
                    "mutating nil open operator override private protocol public repeat required rethrows return self Self set some static struct "
                    "subscript super switch throw throws true try typealias unowned var weak where while willSet",
        .lineComments = "//", .comments = cComment, .strings = "\"\"\" \"\"\"", .quotes = "\""},
    {.name = "Tcl", .aliases = "tcl tk",
        .keywords = "append array break catch continue else elseif error eval expr file for foreach global if incr lappend lindex list llength namespace "
                    "open package proc puts regexp regsub rename return set source split string switch then unset uplevel upvar variable while",
        .lineComments = "#", .quotes = "\""},
    {.name = "Terraform", .aliases = "terraform tf hcl opentofu",
        .keywords = "bool data dynamic each else endif false for for_each if in list locals map module null number object output provider resource set "
                    "string terraform true variable",
        .lineComments = "# //", .comments = cComment, .quotes = "\"", .wordMarks = "-", .keyMark = '='},
    {.name = "TOML", .aliases = "toml", .keywords = "true false inf nan",
        .lineComments = "#", .strings = "\"\"\" \"\"\" ''' '''", .quotes = bothQuotes, .wordMarks = "-.", .keyMark = '='},
    {.name = "TypeScript", .aliases = "typescript ts tsx mts cts",
        .keywords = "abstract any as asserts async await boolean break case catch class const constructor continue declare default delete do else enum "
                    "export extends false finally for from function get if implements import in infer instanceof interface is keyof let module namespace "
                    "never new null number object of override private protected public readonly return satisfies set static string super switch symbol "
                    "this throw true try type typeof undefined unique unknown var void while with yield",
        .lineComments = "//", .comments = cComment, .strings = "` `", .quotes = bothQuotes},
    {.name = "Verilog", .aliases = "verilog systemverilog sv v",
        .keywords = "always always_comb always_ff and assign begin bit case casez default else end endcase endfunction endgenerate endmodule endtask "
                    "enum for forever function generate genvar if initial inout input integer localparam logic module negedge or output parameter posedge reg "
                    "repeat return signed struct task typedef unsigned while wire",
        .lineComments = "//", .comments = cComment, .quotes = "\"", .wordMarks = "`"},
    {.name = "VHDL", .aliases = "vhdl vhd",
        .keywords = "abs after all and architecture array begin body case component constant downto else elsif end entity exit file for function generate "
                    "generic if in inout is library loop map mod nand nor not null of or others out package port procedure process range record report "
                    "return select signal subtype then to type until use variable wait when while with xor",
        .lineComments = "--", .quotes = "\"", .ignoreCase = true},
    {.name = "Vim script", .aliases = "vim viml vimscript",
        .keywords = "augroup autocmd call catch command echo else elseif endfor endfunction endif endtry endwhile execute finally for function highlight if in "
                    "inoremap let map nmap nnoremap noremap return set setlocal source syntax throw try unlet vnoremap while",
        .lineComments = "\"", .quotes = "'"},
    {.name = "Visual Basic", .aliases = "vb vbnet vb.net vba vbscript vbs",
        .keywords = "and as boolean byref byval call case catch class const dim do double each else elseif end enum exit false finally for friend function get "
                    "if implements imports in inherits integer interface is let like long loop me mod module namespace new next not nothing object of on "
                    "option optional or private property protected public readonly redim return select set shared single static step string structure sub "
                    "then throw to true try until using wend while with xor",
        .lineComments = "'", .quotes = "\"", .ignoreCase = true},
    {.name = "XML", .aliases = "xml svg xsd xsl xslt plist ui qrc rss atom xaml csproj pom", .comments = "<!-- -->", .strings = "<![CDATA[ ]]>", .quotes = bothQuotes,
        .wordMarks = "-:", .tags = true},
    {.name = "YAML", .aliases = "yaml yml compose kubernetes k8s ansible openapi", .keywords = "true false null yes no on off",
        .lineComments = "#", .quotes = bothQuotes, .wordMarks = "-", .keyMark = ':'},
    {.name = "Zig", .aliases = "zig",
        .keywords = "align allowzero and anyerror anytype asm async await bool break callconv catch comptime const continue defer else enum errdefer error "
                    "export extern f32 f64 false fn for if inline noalias null opaque or orelse packed pub return struct suspend switch test threadlocal "
                    "true try type u16 u32 u64 u8 undefined union unreachable usingnamespace usize var void volatile while",
        .lineComments = "//", .quotes = bothQuotes},
};

QStringList splitWords(const char *spaced)
{
    return QString::fromLatin1(spaced).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList sortedWords(const char *spaced)
{
    QStringList list = splitWords(spaced);
    list.sort();
    return list;
}

void addStretches(CodeLanguage &language, const char *pairs, CodeToken token)
{
    const QStringList marks = splitWords(pairs);
    for (qsizetype i = 0; i + 1 < marks.size(); i += 2)
        language.stretches.push_back({marks[i], marks[i + 1], token});
}

CodeLanguage languageOf(const LanguageData &data)
{
    CodeLanguage language;
    language.name = QString::fromLatin1(data.name);
    language.aliases = splitWords(data.aliases);
    language.keywords = sortedWords(data.keywords);
    language.lineComments = splitWords(data.lineComments);
    addStretches(language, data.comments, CodeToken::Comment);
    addStretches(language, data.strings, CodeToken::String);
    language.quotes = QString::fromLatin1(data.quotes);
    language.wordMarks = QString::fromLatin1(data.wordMarks);
    if (data.keyMark != 0)
        language.keyMark = QLatin1Char(data.keyMark);
    language.ignoreCase = data.ignoreCase;
    language.tags = data.tags;
    language.commands = data.commands;
    return language;
}

/// The languages whose lines say by their beginning what they are.
std::vector<CodeLineMark> lineMarksOf(const QString &name)
{
    const auto mark = [](const char *begin, CodeToken token) { return CodeLineMark {QString::fromLatin1(begin), token}; };
    if (name == QLatin1String("Diff")) {
        return {mark("+++ ", CodeToken::Keyword), mark("--- ", CodeToken::Keyword), mark("@@", CodeToken::Keyword), mark("diff ", CodeToken::Comment),
            mark("index ", CodeToken::Comment), mark("+", CodeToken::String), mark("-", CodeToken::Number)};
    }
    if (name == QLatin1String("Markdown"))
        return {mark("#", CodeToken::Keyword), mark("> ", CodeToken::Comment), mark("```", CodeToken::String)};
    if (name == QLatin1String("INI") || name == QLatin1String("TOML"))
        return {mark("[", CodeToken::Keyword)};
    return {};
}

} // namespace

const std::vector<CodeLanguage> &codeLanguages()
{
    static const std::vector<CodeLanguage> all = [] {
        std::vector<CodeLanguage> languages;
        for (const LanguageData &data : languageData) {
            languages.push_back(languageOf(data));
            languages.back().lineMarks = lineMarksOf(languages.back().name);
        }
        return languages;
    }();
    return all;
}

} // namespace breakwater
