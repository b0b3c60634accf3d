// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/profile.h"

#include <array>

namespace breakwater {

namespace {

// The usual addresses and ports, as each project documents them.
constexpr std::array known {
    Profile {"Anthropic", Dialect::Anthropic, "https://api.anthropic.com", false},
    Profile {"OpenAI", Dialect::OpenAi, "https://api.openai.com/v1", false},
    Profile {"OpenRouter", Dialect::OpenAi, "https://openrouter.ai/api/v1", false},
    Profile {"Groq", Dialect::OpenAi, "https://api.groq.com/openai/v1", false},
    Profile {"Gemini", Dialect::OpenAi, "https://generativelanguage.googleapis.com/v1beta/openai", false},
    Profile {"Ollama", Dialect::OpenAi, "http://localhost:11434/v1", true},
    Profile {"LM Studio", Dialect::OpenAi, "http://localhost:1234/v1", true},
    Profile {"llama.cpp", Dialect::OpenAi, "http://localhost:8080/v1", true},
    Profile {"LiteLLM", Dialect::OpenAi, "http://localhost:4000/v1", true},
};

} // namespace

std::span<const Profile> profiles()
{
    return known;
}

} // namespace breakwater
