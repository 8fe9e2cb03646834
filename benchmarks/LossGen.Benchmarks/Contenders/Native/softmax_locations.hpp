// Softmax with cross-entropy of one location, and of neighbouring ones together.
#pragma once

#include "common.hpp"

template <class T, int C, int S, Pass P>
T softmax_location(const T* __restrict x, T* __restrict g, int label, T weight, T scale)
{
    T maximum = x[0];
    for (int c = 1; c < C; c++) maximum = greater(maximum, x[c * S]);
    T sum = 0;
    for (int c = 0; c < C; c++)
    {
        T exponential = std::exp(x[c * S] - maximum);
        if constexpr (has_gradient(P)) g[c * S] = exponential;
        sum += exponential;
    }

    if constexpr (has_gradient(P))
    {
        T factor = scale * weight / sum;
        for (int c = 0; c < C; c++) g[c * S] *= factor;
        g[label * S] -= scale * weight;
    }

    return has_value(P) ? weight * (std::log(sum) + maximum - x[label * S]) : 0;
}

// Intermediate values of the neighbouring locations that are computed together.
template <class T, int Size>
struct Neighbours
{
    T weight[Size], maximum[Size], sum[Size], factor[Size];
};

template <class T, int C, Pass P, int Size>
T softmax_neighbours(
    const T* __restrict x, T* __restrict g, int stride, const int32_t* __restrict labels, Neighbours<T, Size>& of, int count, T scale)
{
    T value = 0;
    for (int b = 0; b < count; b++) of.maximum[b] = x[b];
    for (int c = 1; c < C; c++)
        for (int b = 0; b < count; b++) of.maximum[b] = greater(of.maximum[b], x[c * stride + b]);
    for (int b = 0; b < count; b++) of.sum[b] = 0;
    for (int c = 0; c < C; c++)
        for (int b = 0; b < count; b++)
        {
            T exponential = std::exp(x[c * stride + b] - of.maximum[b]);
            if constexpr (has_gradient(P)) g[c * stride + b] = exponential;
            of.sum[b] += exponential;
        }

    if constexpr (has_value(P))
        for (int b = 0; b < count; b++) value += of.weight[b] * (std::log(of.sum[b]) + of.maximum[b] - x[labels[b] * stride + b]);
    if constexpr (has_gradient(P))
    {
        for (int b = 0; b < count; b++) of.factor[b] = scale * of.weight[b] / of.sum[b];
        for (int c = 0; c < C; c++)
            for (int b = 0; b < count; b++) g[c * stride + b] *= of.factor[b];
        for (int b = 0; b < count; b++) g[labels[b] * stride + b] -= scale * of.weight[b];
    }

    return value;
}
