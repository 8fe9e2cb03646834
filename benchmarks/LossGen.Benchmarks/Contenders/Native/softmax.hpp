// Softmax with cross-entropy, from class labels.
#pragma once

#include "common.hpp"
#include "weights.hpp"

template <class T, int C, Pass P>
T softmax_row(const T* __restrict x, T* __restrict g, int label, T weight, T scale)
{
    T maximum = x[0];
    for (int c = 1; c < C; c++) maximum = greater(maximum, x[c]);
    T sum = 0;
    for (int c = 0; c < C; c++)
    {
        T exponential = std::exp(x[c] - maximum);
        if constexpr (has_gradient(P)) g[c] = exponential;
        sum += exponential;
    }

    if constexpr (has_gradient(P))
    {
        T factor = scale * weight / sum;
        for (int c = 0; c < C; c++) g[c] *= factor;
        g[label] -= scale * weight;
    }

    return has_value(P) ? weight * (std::log(sum) + maximum - x[label]) : 0;
}

template <class T, int C, Pass P>
T softmax_block(const T* __restrict x, T* __restrict g, int stride, const int32_t* __restrict labels, const T* __restrict weights, int count, T scale)
{
    T maximum[Block], sum[Block] = {}, value = 0;
    for (int b = 0; b < count; b++) maximum[b] = x[b];
    for (int c = 1; c < C; c++)
        for (int b = 0; b < count; b++) maximum[b] = greater(maximum[b], x[c * stride + b]);
    for (int c = 0; c < C; c++)
        for (int b = 0; b < count; b++)
        {
            T exponential = std::exp(x[c * stride + b] - maximum[b]);
            if constexpr (has_gradient(P)) g[c * stride + b] = exponential;
            sum[b] += exponential;
        }

    if constexpr (has_value(P))
        for (int b = 0; b < count; b++) value += weights[b] * (std::log(sum[b]) + maximum[b] - x[labels[b] * stride + b]);
    if constexpr (has_gradient(P))
    {
        T factor[Block];
        for (int b = 0; b < count; b++) factor[b] = scale * weights[b] / sum[b];
        for (int c = 0; c < C; c++)
            for (int b = 0; b < count; b++) g[c * stride + b] *= factor[b];
        for (int b = 0; b < count; b++) g[labels[b] * stride + b] -= scale * weights[b];
    }

    return value;
}

template <class T, int C, int S, Pass P, Weighting W, Normalize N>
double softmax(const T* x, const int32_t* labels, const T*, const T* w, T* g, int64_t elements)
{
    int64_t locations = elements / C;
    T scale = T(1) / locations;
    double value = 0;
    Weights<T, C, S, W, N> weights(w);
    T weight[Block];
    if (S == 1 && (C > FewClasses || locations <= FewLocations))
    {
        for (int64_t start = 0; start < locations; start += Block)
        {
            int count = std::min<int64_t>(Block, locations - start);
            weights.at_block(start, labels + start, count, weight);
            for (int b = 0; b < count; b++)
            {
                int64_t row = (start + b) * C;
                value += softmax_row<T, C, P>(x + row, g + (has_gradient(P) ? row : 0), labels[start + b], weight[b], scale);
            }
        }
    }
    else if constexpr (S < ShortStride && C <= FewClasses)
    {
        static_assert(W == Weighting::None || S == 1, "a block may be of more than one sample");
        T input[C * Block], output[C * Block];
        for (int64_t start = 0; start < locations; start += Block)
        {
            int count = std::min<int64_t>(Block, locations - start);
            weights.at_block(start, labels + start, count, weight);
            gather<T, C, S>(x, input, start, count);
            value += softmax_block<T, C, P>(input, output, Block, labels + start, weight, count, scale);
            if constexpr (has_gradient(P)) scatter<T, C, S>(g, output, start, count);
        }
    }
    else if constexpr (S >= ShortStride)
    {
        for (int64_t sample = 0; sample * S < locations; sample++)
        {
            weights.begin_sample(sample);
            for (int inner = 0; inner < S; inner += Block)
            {
                int count = std::min(Block, S - inner);
                int64_t location = sample * S + inner, at = sample * C * S + inner;
                weights.at_block(location, labels + location, count, weight);
                value += softmax_block<T, C, P>(x + at, g + (has_gradient(P) ? at : 0), S, labels + location, weight, count, scale);
            }
        }
    }

    return value / locations;
}
