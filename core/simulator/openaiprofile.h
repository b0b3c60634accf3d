// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/apierror.h"

#include <QByteArray>

#include <array>

namespace breakwater {

/// Whose habits the OpenAI side has: each compatible server differs, most of all in its errors.
enum class Profile { OpenAi, Ollama, LlamaCpp, OpenRouter, Groq, Gemini, LiteLlm };

struct ProfileName
{
    const char *name; ///< as scripts write it
    Profile profile;
};
/// In the order of the enumeration.
inline constexpr std::array profileNames {ProfileName {"openai", Profile::OpenAi}, ProfileName {"ollama", Profile::Ollama},
    ProfileName {"llamacpp", Profile::LlamaCpp}, ProfileName {"openrouter", Profile::OpenRouter},
    ProfileName {"groq", Profile::Groq}, ProfileName {"gemini", Profile::Gemini},
    ProfileName {"litellm", Profile::LiteLlm}};

/// The `error` object alone.
[[nodiscard]] QByteArray errorObject(Profile profile, const ApiError &error);
/// The body of a refusal, in that server's shape.
[[nodiscard]] QByteArray profiledErrorBody(Profile profile, const ApiError &error);

} // namespace breakwater
