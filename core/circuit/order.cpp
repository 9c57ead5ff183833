#include "core/circuit/order.h"

#include "core/circuit/loop_error.h"

#include <algorithm>
#include <functional>

namespace unfold {
namespace {

/// One dependence: node `to` reads node `from` at `delay` steps before, through a term or its gate.
struct Link {
    int from = -1;
    int to = -1;
    int delay = 0;
    int term = -1;
    bool gate = false;

    /// Where it stands in the circuit.
    std::string place() const
    {
        return "circuit.nodes[" + std::to_string(to) + "].terms[" + std::to_string(term) + "]."
            + (gate ? "gate" : "source");
    }
};

using LinkTest = std::function<bool(const Link &)>;
using Way = std::vector<const Link *>;

std::vector<Link> linksOf(const Circuit &circuit)
{
    std::vector<Link> links;
    for (int n = 0; n < static_cast<int>(circuit.nodes.size()); ++n) {
        const auto &terms = circuit.nodes[n].terms;
        for (int k = 0; k < static_cast<int>(terms.size()); ++k) {
            links.push_back({circuit.indexOf(terms[k].source), n, terms[k].delay, k, false});
            if (!terms[k].gate.empty())
                links.push_back({circuit.indexOf(terms[k].gate), n, terms[k].gateDelay, k, true});
        }
    }
    for (const Link &link : links)
        if (link.from < 0)
            throw InputError(link.place(), "no node has this name", "the name of a node of the circuit");
    return links;
}

/// A shortest way from `start` to `goal` over the links that `allowed` lets pass; empty: there is none.
/// A way has at least one link, so that a way from a node to itself is a loop.
Way shortestWay(const std::vector<Link> &links, int nodes, int start, int goal, const LinkTest &allowed)
{
    Way cameBy(nodes, nullptr);
    std::vector<int> reached{start};
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (const Link &link : links) {
            if (link.from != reached[i] || !allowed(link) || cameBy[link.to])
                continue;
            cameBy[link.to] = &link;
            if (link.to != goal) {
                reached.push_back(link.to);
                continue;
            }
            Way way{&link};
            while (way.back()->from != start)
                way.push_back(cameBy[way.back()->from]);
            std::reverse(way.begin(), way.end());
            return way;
        }
    return {};
}

std::string nameOfLoop(const Circuit &circuit, const Way &loop)
{
    std::string name = circuit.nodes[loop.front()->from].name;
    for (const Link *link : loop)
        name += " → " + circuit.nodes[link->to].name;
    return name;
}

std::vector<LoopArrow> arrowsOf(const Way &loop)
{
    std::vector<LoopArrow> arrows;
    for (const Link *link : loop)
        arrows.push_back({link->from, link->to, link->term, link->gate, link->delay});
    return arrows;
}

/// reaches[i][j]: a way of at least one link leads from i to j.
std::vector<std::vector<bool>> reachability(const std::vector<Link> &links, int nodes)
{
    std::vector<std::vector<int>> readers(nodes);
    for (const Link &link : links)
        readers[link.from].push_back(link.to);
    std::vector<std::vector<bool>> reaches(nodes, std::vector<bool>(nodes, false));
    for (int start = 0; start < nodes; ++start) {
        std::vector<int> open{start};
        while (!open.empty()) {
            const int n = open.back();
            open.pop_back();
            for (int reader : readers[n])
                if (!reaches[start][reader]) {
                    reaches[start][reader] = true;
                    open.push_back(reader);
                }
        }
    }
    return reaches;
}

/// Which way a loop is walked. Throws where it leads through past and future.
Walk walkOf(const Circuit &circuit, const std::vector<Link> &links, const LinkTest &inside)
{
    const auto isPast = [&](const Link &l) { return inside(l) && l.delay > 0; };
    const auto isFuture = [&](const Link &l) { return inside(l) && l.delay < 0; };
    const auto past = std::find_if(links.begin(), links.end(), isPast);
    const auto future = std::find_if(links.begin(), links.end(), isFuture);
    if (future == links.end())
        return Walk::Forward;
    if (past == links.end())
        return Walk::Backward;
    const int nodes = static_cast<int>(circuit.nodes.size());
    Way loop{&*past};
    const auto goTo = [&](int goal) {
        if (loop.back()->to == goal)
            return;
        const Way way = shortestWay(links, nodes, loop.back()->to, goal, inside);
        loop.insert(loop.end(), way.begin(), way.end());
    };
    goTo(future->from);
    loop.push_back(&*future);
    goTo(past->from);
    throw LoopError({future->place(), "the loop " + nameOfLoop(circuit, loop) + " leads through past and future",
                        "delays of one sign on every loop"},
        LoopError::Kind::PastAndFuture, arrowsOf(loop));
}

/// The nodes of one loop, each after those it reads at the same step. Throws where there is a loop without delay.
std::vector<int> orderWithinStep(
    const Circuit &circuit, const std::vector<Link> &links, std::vector<int> open, const LinkTest &inside)
{
    const auto atOnce = [&](const Link &l) { return inside(l) && l.delay == 0; };
    std::vector<int> order;
    while (!open.empty()) {
        const auto ready = std::find_if(open.begin(), open.end(), [&](int n) {
            return std::none_of(links.begin(), links.end(), [&](const Link &l) {
                return l.to == n && atOnce(l) && std::find(open.begin(), open.end(), l.from) != open.end();
            });
        });
        if (ready == open.end())
            break;
        order.push_back(*ready);
        open.erase(ready);
    }
    for (int n : open) {
        const Way way = shortestWay(links, static_cast<int>(circuit.nodes.size()), n, n, atOnce);
        if (!way.empty())
            throw LoopError({way.back()->place(), "the loop " + nameOfLoop(circuit, way) + " has no delay",
                                "a delay other than 0 somewhere on every loop"},
                LoopError::Kind::WithoutDelay, arrowsOf(way));
    }
    return order;
}

} // namespace

std::vector<Group> orderInTime(const Circuit &circuit)
{
    const int nodes = static_cast<int>(circuit.nodes.size());
    const std::vector<Link> links = linksOf(circuit);
    const auto reaches = reachability(links, nodes);
    const auto together = [&](int a, int b) { return a == b || (reaches[a][b] && reaches[b][a]); };

    std::vector<Group> groups;
    std::vector<bool> done(nodes, false);
    const auto ready = [&](int n) {
        return !done[n] && std::all_of(links.begin(), links.end(), [&](const Link &l) {
            return !together(l.to, n) || together(l.from, n) || done[l.from];
        });
    };
    for (int n = 0; n < nodes; ++n) {
        if (!ready(n))
            continue;
        Group group;
        for (int other = 0; other < nodes; ++other)
            if (together(n, other)) {
                group.nodes.push_back(other);
                done[other] = true;
            }
        if (reaches[n][n]) {
            const auto inside = [&](const Link &l) { return together(l.from, n) && together(l.to, n); };
            group.walk = walkOf(circuit, links, inside);
            group.nodes = orderWithinStep(circuit, links, group.nodes, inside);
        }
        groups.push_back(group);
        n = -1; // an earlier node may have waited for this group
    }
    return groups;
}

std::vector<int> groupOfNode(const std::vector<Group> &groups, int nodeCount)
{
    std::vector<int> group(nodeCount, -1);
    for (int g = 0; g < static_cast<int>(groups.size()); ++g)
        for (int n : groups[g].nodes)
            group[n] = g;
    return group;
}

} // namespace unfold
