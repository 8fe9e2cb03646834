// Softmax with cross-entropy, from a distribution over contiguous classes.
#pragma once

#include "common.hpp"

template <class T, int C, Pass P>
T soft_labels_row(const T* __restrict x, const T* __restrict y, T* __restrict g, T scale)
{
    T maximum = x[0], sum = 0, total = 0, product = 0;
    for (int c = 1; c < C; c++) maximum = greater(maximum, x[c]);
    for (int c = 0; c < C; c++)
    {
        T difference = x[c] - maximum, exponential = std::exp(difference);
        if constexpr (has_gradient(P)) g[c] = exponential;
        sum += exponential;
        total += y[c];
        product += y[c] * difference;
    }

    if constexpr (has_gradient(P))
        for (int c = 0; c < C; c++) g[c] = scale * (g[c] * (total / sum) - y[c]);
    return has_value(P) ? total * std::log(sum) - product : 0;
}

template <class T, int C, Pass P>
T soft_labels_block(const T* __restrict x, const T* __restrict y, T* __restrict g, int count, T scale)
{
    T maximum[Block], sum[Block] = {}, total[Block] = {}, product[Block] = {}, value = 0;
    for (int b = 0; b < count; b++) maximum[b] = x[b];
    for (int c = 1; c < C; c++)
        for (int b = 0; b < count; b++) maximum[b] = greater(maximum[b], x[c * Block + b]);
    for (int c = 0; c < C; c++)
        for (int b = 0; b < count; b++)
        {
            T difference = x[c * Block + b] - maximum[b], exponential = std::exp(difference);
            if constexpr (has_gradient(P)) g[c * Block + b] = exponential;
            sum[b] += exponential;
            total[b] += y[c * Block + b];
            product[b] += y[c * Block + b] * difference;
        }

    if constexpr (has_value(P))
        for (int b = 0; b < count; b++) value += total[b] * std::log(sum[b]) - product[b];
    if constexpr (has_gradient(P))
        for (int c = 0; c < C; c++)
            for (int b = 0; b < count; b++) g[c * Block + b] = scale * (g[c * Block + b] * (total[b] / sum[b]) - y[c * Block + b]);
    return value;
}

template <class T, int C, Pass P, Style Y>
double soft_labels(const T* x, const int32_t*, const T* y, const T*, T* g, int64_t elements)
{
    int64_t locations = elements / C;
    T scale = T(1) / locations;
    double value = 0;
    if constexpr (Y == Style::Loops || C > FewClasses)
    {
        for (int64_t at = 0; at < elements; at += C) value += soft_labels_row<T, C, P>(x + at, y + at, g + (has_gradient(P) ? at : 0), scale);
    }
    else
    {
        T input[C * Block], target[C * Block], output[C * Block];
        for (int64_t start = 0; start < locations; start += Block)
        {
            int count = std::min<int64_t>(Block, locations - start);
            gather<T, C, 1>(x, input, start, count);
            gather<T, C, 1>(y, target, start, count);
            value += soft_labels_block<T, C, P>(input, target, output, count, scale);
            if constexpr (has_gradient(P)) scatter<T, C, 1>(g, output, start, count);
        }
    }

    return value / locations;
}
