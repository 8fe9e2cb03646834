// Elementwise losses.
#pragma once

#include "common.hpp"

struct Square
{
    template <class T> static T value(T x, T y) { return T(0.5) * (x - y) * (x - y); }
    template <class T> static T derivative(T x, T y) { return x - y; }
};

struct Hinge
{
    template <class T> static T value(T x, T y) { return greater(T(1) - x * y, T(0)); }
    template <class T> static T derivative(T x, T y) { return x * y < T(1) ? -y : T(0); }
};

struct BinaryCrossEntropy
{
    template <class T> static T value(T x, T y) { return -(y * std::log(x) + (1 - y) * std::log(1 - x)); }
    template <class T> static T derivative(T x, T y) { return (x - y) / (x * (1 - x)); }
};

struct GaussianKL
{
    template <class T> static T value(T x, T y) { return T(0.5) * (x * x + y * y - 1) - std::log(y); }
    template <class T> static T derivative(T x, T) { return x; }
    template <class T> static T target_derivative(T, T y) { return y - 1 / y; }
};

// Both: the gradient of y too, in h.
template <class Formula, class T, int DataPoint, Pass P, bool Both>
double elementwise(const T* __restrict x, const T* __restrict y, T* __restrict g, T* __restrict h, int64_t elements)
{
    // Blocks, so that a sum of floats does not grow until it loses its terms.
    constexpr int64_t Part = 4096;
    int64_t samples = elements / DataPoint;
    T scale = T(1) / samples;
    double value = 0;
    for (int64_t start = 0; start < elements; start += Part)
    {
        int64_t end = std::min(start + Part, elements);
        T sum = 0;
        for (int64_t i = start; i < end; i++)
        {
            if constexpr (has_value(P)) sum += Formula::value(x[i], y[i]);
            if constexpr (has_gradient(P)) g[i] = scale * Formula::derivative(x[i], y[i]);
            if constexpr (has_gradient(P) && Both) h[i] = scale * Formula::target_derivative(x[i], y[i]);
        }

        value += sum;
    }

    return value / samples;
}

template <class Formula, class T, int DataPoint, Pass P, bool Both>
double elementwise(const T* x, const int32_t*, const T* y, const T*, T* g, int64_t elements)
{
    return elementwise<Formula, T, DataPoint, P, Both>(x, y, g, g + elements, elements);
}
