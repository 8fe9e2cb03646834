// Cross-entropy of the probabilities of contiguous classes, from class labels.
#pragma once

#include "common.hpp"

template <class T, int C, Pass P>
T multinomial_block(const T* __restrict x, const int32_t* __restrict labels, T* __restrict g, int64_t start, int count, T scale)
{
    T probability[Block], sum = 0;
    for (int b = 0; b < count; b++) probability[b] = x[(start + b) * C + labels[start + b]];
    if constexpr (has_value(P))
        for (int b = 0; b < count; b++) sum -= std::log(probability[b]);
    if constexpr (has_gradient(P))
        for (int b = 0; b < count; b++) g[(start + b) * C + labels[start + b]] = -scale / probability[b];
    return sum;
}

template <class T, int C, Pass P, Style Y>
double multinomial(const T* __restrict x, const int32_t* __restrict labels, const T*, const T*, T* __restrict g, int64_t elements)
{
    int64_t locations = elements / C;
    T scale = T(1) / locations;
    double value = 0;
    if constexpr (has_gradient(P)) std::fill(g, g + elements, T(0));
    if constexpr (Y == Style::Loops)
    {
        for (int64_t location = 0; location < locations; location++)
        {
            int64_t at = location * C + labels[location];
            if constexpr (has_value(P)) value -= std::log(x[at]);
            if constexpr (has_gradient(P)) g[at] = -scale / x[at];
        }
    }
    else
    {
        for (int64_t start = 0; start < locations; start += Block)
            value += multinomial_block<T, C, P>(x, labels, g, start, std::min<int64_t>(Block, locations - start), scale);
    }

    return value / locations;
}
