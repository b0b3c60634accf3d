// SPDX-License-Identifier: GPL-3.0-or-later
//
// A provider that costs next to nothing: answers every POST at once with the same prepared stream of 200 tokens, in the
// events of Anthropic's API. Prints its port; ends when its standard input does.
// usage: overhead_server EVENTS_PER_CHUNK
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

struct Connection
{
    std::string in;
    std::size_t next = 0; // chunk of the answer under way
    std::size_t written = 0; // of that chunk
    int due = 0; // answers
};

std::string event(std::string_view name, std::string_view rest)
{
    return "event: " + std::string(name) + "\ndata: {\"type\":\"" + std::string(name) + '"' + std::string(rest) + "}\n\n";
}

/// The answer as the wire has it: what stands in one element is written in one call.
std::vector<std::string> preparedAnswer(std::size_t eventsPerChunk)
{
    std::vector<std::string> events {
        event("message_start",
            R"(,"message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":12,"output_tokens":1}})"),
        event("content_block_start", R"(,"index":0,"content_block":{"type":"text","text":""})"),
        event("ping", ""),
    };
    for (int token = 0; token < 200; ++token)
        events.push_back(event("content_block_delta", R"(,"index":0,"delta":{"type":"text_delta","text":" token"})"));
    events.push_back(event("content_block_stop", R"(,"index":0)"));
    events.push_back(event("message_delta", R"(,"delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":200})"));
    events.push_back(event("message_stop", ""));

    std::vector<std::string> writes {"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\nrequest-id: req_1\r\n\r\n"};
    for (std::size_t at = 0; at < events.size(); at += eventsPerChunk) {
        std::string data;
        for (std::size_t each = at; each < std::min(at + eventsPerChunk, events.size()); ++each)
            data += events[each];
        char size[20];
        std::snprintf(size, sizeof size, "%zx\r\n", data.size());
        writes.push_back(size + data + "\r\n");
    }
    writes.back() += "0\r\n\r\n";
    return writes;
}

/// Takes whole requests out of what came; how many.
int takeRequests(std::string &in)
{
    int whole = 0;
    for (;;) {
        const std::size_t head = in.find("\r\n\r\n");
        if (head == std::string::npos)
            return whole;
        std::size_t length = 0;
        for (const char *name : {"content-length: ", "Content-Length: "}) {
            const std::size_t at = in.find(name);
            if (at < head)
                length = std::strtoul(in.c_str() + at + 16, nullptr, 10);
        }
        if (in.size() < head + 4 + length)
            return whole;
        in.erase(0, head + 4 + length);
        ++whole;
    }
}

/// Writes until all is out or the socket is full.
void write(int socket, Connection &connection, const std::vector<std::string> &answer)
{
    while (connection.due > 0) {
        const std::string &chunk = answer[connection.next];
        const ssize_t count = ::send(socket, chunk.data() + connection.written, chunk.size() - connection.written, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0)
            return;
        connection.written += static_cast<std::size_t>(count);
        if (connection.written < chunk.size())
            continue;
        connection.written = 0;
        if (++connection.next == answer.size()) {
            connection.next = 0;
            --connection.due;
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const auto answer = preparedAnswer(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1);
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    void *const raw = &address;
    if (::bind(listener, static_cast<sockaddr *>(raw), size) != 0 || ::listen(listener, 128) != 0 || ::getsockname(listener, static_cast<sockaddr *>(raw), &size) != 0)
        return 1;
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);

    const int poll = ::epoll_create1(0);
    const auto watch = [poll](int socket, std::uint32_t events) {
        epoll_event wanted {};
        wanted.events = events;
        wanted.data.fd = socket;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, socket, &wanted);
    };
    watch(listener, EPOLLIN);
    watch(STDIN_FILENO, EPOLLIN | EPOLLHUP);
    std::map<int, Connection> connections;
    for (;;) {
        epoll_event ready[64];
        const int count = ::epoll_wait(poll, ready, 64, -1);
        for (int each = 0; each < count; ++each) {
            const int socket = ready[each].data.fd;
            if (socket == STDIN_FILENO)
                return 0;
            if (socket == listener) {
                const int accepted = ::accept(listener, nullptr, nullptr);
                const int on = 1;
                ::setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                connections[accepted] = {};
                watch(accepted, EPOLLIN | EPOLLOUT | EPOLLET);
                continue;
            }
            Connection &connection = connections[socket];
            char bytes[16384];
            ssize_t got = 0;
            while ((got = ::recv(socket, bytes, sizeof bytes, MSG_DONTWAIT)) > 0)
                connection.in.append(bytes, static_cast<std::size_t>(got));
            if (got == 0) {
                connections.erase(socket);
                ::close(socket);
                continue;
            }
            connection.due += takeRequests(connection.in);
            write(socket, connection, answer);
        }
    }
}
