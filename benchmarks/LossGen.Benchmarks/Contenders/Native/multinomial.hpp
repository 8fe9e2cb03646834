// Cross-entropy of the probabilities of contiguous classes, from class labels.
#pragma once

#include "common.hpp"

template <class T, int C, Pass P>
double multinomial(const T* __restrict x, const int32_t* __restrict labels, const T*, const T*, T* __restrict g, int64_t elements)
{
    int64_t locations = elements / C;
    T scale = T(1) / locations;
    double value = 0;
    if constexpr (has_gradient(P)) std::fill(g, g + elements, T(0));
    for (int64_t start = 0; start < locations; start += Block)
    {
        int count = std::min<int64_t>(Block, locations - start);
        T probability[Block], sum = 0;
        for (int b = 0; b < count; b++) probability[b] = x[(start + b) * C + labels[start + b]];
        if constexpr (has_value(P))
            for (int b = 0; b < count; b++) sum -= std::log(probability[b]);
        if constexpr (has_gradient(P))
            for (int b = 0; b < count; b++) g[(start + b) * C + labels[start + b]] = -scale / probability[b];
        value += sum;
    }

    return value / locations;
}
