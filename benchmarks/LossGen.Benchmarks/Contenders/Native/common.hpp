// Definitions that all losses need.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

enum class Pass { Forward, Backward, ForwardBackward };
enum class Weighting { None, PerClass, PerDataPoint, PerPrediction };
enum class Normalize { Local, Global, None };

// Straightforward loops, or blocked and transposed as an expert writes them by hand.
enum class Style { Loops, ByHand };

constexpr bool has_value(Pass pass) { return pass != Pass::Backward; }
constexpr bool has_gradient(Pass pass) { return pass != Pass::Forward; }

// The locations computed together by hand, so that lanes are neighbouring locations.
constexpr int Block = 128;

// By hand, up to this many classes are transposed first, as a row would hardly fill a vector, unless there are only that few locations.
constexpr int FewClasses = 31;
constexpr int FewLocations = 6;

// If the stride between classes is this small, a sample has too few neighbouring locations for lanes.
constexpr int ShortStride = 16;

// By value: std::max returns a reference, which prevents vectorisation.
template <class T> T greater(T x, T y) { return x > y ? x : y; }

template <class T, int C, int S>
void gather(const T* __restrict x, T* __restrict block, int64_t location, int count)
{
    for (int b = 0; b < count; b++)
    {
        const T* from = x + (location + b) / S * C * S + (location + b) % S;
        for (int c = 0; c < C; c++) block[c * Block + b] = from[c * S];
    }
}

template <class T, int C, int S>
void scatter(T* __restrict x, const T* __restrict block, int64_t location, int count)
{
    for (int b = 0; b < count; b++)
    {
        T* to = x + (location + b) / S * C * S + (location + b) % S;
        for (int c = 0; c < C; c++) to[c * S] = block[c * Block + b];
    }
}
